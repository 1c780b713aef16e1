using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>What protects people: circles of matters about staff, window codes, who read what, rights over own data, retention.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0009_Safety")]
internal sealed class M0009_Safety : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Circles(migrationBuilder);
        Windows(migrationBuilder);
        Access(migrationBuilder);
        Rights(migrationBuilder);
        Retention(migrationBuilder);
    }

    private static void Circles(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("matter_shield", t => new
        {
            matter_id = t.Column<long>(),
            target_unit_id = t.Column<long>(nullable: true),
            target_person_id = t.Column<long>(nullable: true),
            supervisor_unit_id = t.Column<long>(),
            at = t.Column<long>(),
            by_name = t.Column<string>(),
            reason = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_matter_shield", x => x.matter_id));

        migrationBuilder.CreateTable("circle_member", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            person_id = t.Column<long>(),
            person_name = t.Column<string>(),
            at = t.Column<long>(),
            by_name = t.Column<string>(),
            reason = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_circle_member", x => x.id));
        migrationBuilder.CreateIndex("ix_circle_member_person", "circle_member", ["person_id", "matter_id"], unique: true);
        migrationBuilder.CreateIndex("ix_circle_member_matter", "circle_member", "matter_id");

        migrationBuilder.CreateTable("conflict_waiver", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            unit_id = t.Column<long>(),
            asked_at = t.Column<long>(),
            asked_by_id = t.Column<long>(nullable: true),
            asked_by_name = t.Column<string>(),
            reason = t.Column<string>(),
            decided_at = t.Column<long>(nullable: true),
            decided_by_id = t.Column<long>(nullable: true),
            decided_by_name = t.Column<string>(),
            is_approved = t.Column<bool>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_conflict_waiver", x => x.id));
        migrationBuilder.CreateIndex("ix_conflict_waiver_matter", "conflict_waiver", "matter_id");
    }

    private static void Windows(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("window_code", t => new
        {
            id = t.Column<long>(),
            unit_id = t.Column<long>(),
            edition = t.Column<int>(),
            print = t.Column<byte[]>(),
            issued_at = t.Column<long>(),
            retired_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_window_code", x => x.id));
        migrationBuilder.CreateIndex("ix_window_code_print", "window_code", "print", unique: true);
        migrationBuilder.CreateIndex("ix_window_code_unit", "window_code", ["unit_id", "edition"], unique: true);

        migrationBuilder.CreateTable("window_message", t => new
        {
            matter_id = t.Column<long>(),
            unit_id = t.Column<long>(),
            tone = t.Column<int>(),
            at = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_window_message", x => x.matter_id));
        migrationBuilder.CreateIndex("ix_window_message_at", "window_message", ["at", "unit_id"]);
    }

    private static void Access(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("access_record", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            person_id = t.Column<long>(),
            person_name = t.Column<string>(),
            office_id = t.Column<long>(nullable: true),
            at = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_access_record", x => x.id));
        migrationBuilder.CreateIndex("ix_access_record_matter", "access_record", ["matter_id", "id"]);

        migrationBuilder.CreateTable("reveal_alarm", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            person_id = t.Column<long>(),
            person_name = t.Column<string>(),
            at = t.Column<long>(),
            causes = t.Column<int>(),
            count = t.Column<int>(),
            seen_at = t.Column<long>(nullable: true),
            seen_by_name = t.Column<string>(),
            finding = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_reveal_alarm", x => x.id));
        migrationBuilder.CreateIndex("ix_contact_reveal_person", "contact_reveal", ["person_id", "at"]);
    }

    private static void Rights(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("data_request", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            right = t.Column<int>(),
            asked_at = t.Column<long>(),
            due_at = t.Column<long>(),
            words = t.Column<byte[]>(nullable: true),
            state = t.Column<int>(),
            decided_at = t.Column<long>(nullable: true),
            decided_by_id = t.Column<long>(nullable: true),
            decided_by_name = t.Column<string>(),
            answer = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_data_request", x => x.id));
        migrationBuilder.CreateIndex("ix_data_request_state", "data_request", ["state", "due_at"]);
        migrationBuilder.CreateIndex("ix_data_request_matter", "data_request", "matter_id");

        migrationBuilder.CreateTable("erasure", t => new
        {
            matter_id = t.Column<long>(),
            at = t.Column<long>(),
            ground = t.Column<int>(),
            by_name = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_erasure", x => x.matter_id));

        migrationBuilder.CreateTable("legal_hold", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            reason = t.Column<string>(),
            asked_at = t.Column<long>(),
            asked_by_id = t.Column<long>(nullable: true),
            asked_by_name = t.Column<string>(),
            approved_at = t.Column<long>(nullable: true),
            approved_by_name = t.Column<string>(),
            release_reason = t.Column<string>(nullable: true),
            release_asked_at = t.Column<long>(nullable: true),
            release_asked_by_id = t.Column<long>(nullable: true),
            release_asked_by_name = t.Column<string>(),
            released_at = t.Column<long>(nullable: true),
            released_by_name = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_legal_hold", x => x.id));
        migrationBuilder.CreateIndex("ix_legal_hold_matter", "legal_hold", "matter_id");
    }

    private static void Retention(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("retention_run", t => new
        {
            id = t.Column<long>(),
            as_of = t.Column<DateOnly>(),
            proposed_at = t.Column<long>(),
            matters = t.Column<int>(),
            state = t.Column<int>(),
            decided_at = t.Column<long>(nullable: true),
            decided_by_name = t.Column<string>(),
            note = t.Column<string>(nullable: true),
            erased = t.Column<int>(),
            skipped = t.Column<int>(),
            ended_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_retention_run", x => x.id));

        migrationBuilder.CreateTable("retention_item", t => new
        {
            run_id = t.Column<long>(),
            matter_id = t.Column<long>(),
            rule_code = t.Column<string>(),
            done_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_retention_item", x => new { x.run_id, x.matter_id }));
        migrationBuilder.CreateIndex("ix_retention_item_matter", "retention_item", "matter_id");
    }
}
