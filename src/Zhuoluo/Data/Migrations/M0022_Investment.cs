using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>Agreements of investors, the events and rounds, labels with their members, what projects need.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0022_Investment")]
internal sealed class M0022_Investment : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Agreements(migrationBuilder);
        Events(migrationBuilder);
        Labels(migrationBuilder);
        Needs(migrationBuilder);
    }

    private static void Agreements(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("agreement", t => new
        {
            id = t.Column<long>(),
            number = t.Column<string>(),
            year = t.Column<int>(),
            name = t.Column<string>(),
            investor = t.Column<string>(),
            type = t.Column<int>(),
            amount_fen = t.Column<long>(),
            field = t.Column<string>(nullable: true),
            signed_on = t.Column<DateOnly>(),
            event_id = t.Column<long>(nullable: true),
            unit_id = t.Column<long>(),
            project_id = t.Column<long>(nullable: true),
            state = t.Column<int>(),
            state_on = t.Column<DateOnly>(),
            cancelled_reason = t.Column<string>(nullable: true),
            updated_at = t.Column<long>(),
            updated_by = t.Column<string>(),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_agreement", x => x.id));
        migrationBuilder.CreateIndex("ux_agreement_number", "agreement", "number", unique: true);
        migrationBuilder.CreateIndex("ix_agreement_event", "agreement", "event_id", filter: "event_id IS NOT NULL");
        migrationBuilder.CreateIndex("ix_agreement_project", "agreement", "project_id", filter: "project_id IS NOT NULL");
        migrationBuilder.CreateIndex("ix_agreement_year", "agreement", ["year", "type"]);

        migrationBuilder.CreateTable("agreement_step", t => new
        {
            id = t.Column<long>(),
            agreement_id = t.Column<long>(),
            verb = t.Column<int>(),
            from = t.Column<int>(),
            to = t.Column<int>(),
            on = t.Column<DateOnly>(),
            old_type = t.Column<int>(nullable: true),
            old_fen = t.Column<long>(nullable: true),
            at = t.Column<long>(),
            person_name = t.Column<string>(),
            office_id = t.Column<long>(nullable: true),
            note = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_agreement_step", x => x.id));
        migrationBuilder.CreateIndex("ix_agreement_step", "agreement_step", "agreement_id");

        migrationBuilder.CreateTable("agreement_counter", t => new
        {
            year = t.Column<int>(),
            next = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_agreement_counter", x => x.year));
    }

    private static void Events(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("signing_event", t => new
        {
            id = t.Column<long>(),
            name = t.Column<string>(),
            held_on = t.Column<DateOnly>(),
            venue = t.Column<string>(nullable: true),
            unit_id = t.Column<long>(),
            stated_count = t.Column<int>(nullable: true),
            stated_fen = t.Column<long>(nullable: true),
            is_public = t.Column<bool>(),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_signing_event", x => x.id));

        migrationBuilder.CreateTable("signing_event_type", t => new
        {
            event_id = t.Column<long>(),
            type = t.Column<int>(),
            count = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_signing_event_type", x => new { x.event_id, x.type }));

        migrationBuilder.CreateTable("batch_start", t => new
        {
            id = t.Column<long>(),
            year = t.Column<int>(),
            ordinal = t.Column<int>(),
            kind = t.Column<int>(),
            level = t.Column<int>(),
            name = t.Column<string>(),
            held_on = t.Column<DateOnly>(),
            venue = t.Column<string>(nullable: true),
            unit_id = t.Column<long>(),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_batch_start", x => x.id));
        migrationBuilder.CreateIndex("ux_batch_start", "batch_start", ["year", "level", "kind", "ordinal"], unique: true);

        migrationBuilder.CreateTable("batch_project", t => new
        {
            batch_id = t.Column<long>(),
            project_id = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_batch_project", x => new { x.batch_id, x.project_id }));
        migrationBuilder.CreateIndex("ix_batch_project", "batch_project", "project_id");
    }

    private static void Labels(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("scheme_label", t => new
        {
            id = t.Column<long>(),
            code = t.Column<string>(),
            name = t.Column<string>(),
            source = t.Column<string>(nullable: true),
            from = t.Column<DateOnly>(),
            ended_on = t.Column<DateOnly>(nullable: true),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_scheme_label", x => x.id));
        migrationBuilder.CreateIndex("ux_scheme_label_code", "scheme_label", "code", unique: true);

        migrationBuilder.CreateTable("label_group", t => new
        {
            id = t.Column<long>(),
            label_id = t.Column<long>(),
            serial = t.Column<int>(),
            name = t.Column<string>(),
            stated = t.Column<int>(nullable: true),
            is_open = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("pk_label_group", x => x.id));
        migrationBuilder.CreateIndex("ux_label_group", "label_group", ["label_id", "serial"], unique: true);

        migrationBuilder.CreateTable("label_member", t => new
        {
            group_id = t.Column<long>(),
            serial = t.Column<int>(),
            name = t.Column<string>(),
            tag = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_label_member", x => new { x.group_id, x.serial }));
    }

    private static void Needs(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("element_need", t => new
        {
            id = t.Column<long>(),
            project_id = t.Column<long>(),
            kind = t.Column<int>(),
            text = t.Column<string>(),
            asked_by_id = t.Column<long>(),
            asked_on = t.Column<DateOnly>(),
            unit_id = t.Column<long>(nullable: true),
            due_on = t.Column<DateOnly>(),
            state = t.Column<int>(),
            answer = t.Column<string>(nullable: true),
            answered_on = t.Column<DateOnly>(nullable: true),
            updated_at = t.Column<long>(),
            updated_by = t.Column<string>(),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_element_need", x => x.id));
        migrationBuilder.CreateIndex("ix_element_need_project", "element_need", "project_id");
        migrationBuilder.CreateIndex("ix_element_need_open", "element_need", ["due_on", "unit_id"], filter: "answered_on IS NULL");
    }
}
