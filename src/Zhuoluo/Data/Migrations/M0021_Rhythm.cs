using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>What is due again and again, the meetings and their decisions, the bulletins.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0021_Rhythm")]
internal sealed class M0021_Rhythm : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Cadences(migrationBuilder);
        Meetings(migrationBuilder);
        Bulletins(migrationBuilder);
    }

    private static void Cadences(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("cadence", t => new
        {
            id = t.Column<long>(),
            code = t.Column<string>(),
            every = t.Column<int>(),
            office_id = t.Column<long>(),
            from = t.Column<DateOnly>(),
            ended_on = t.Column<DateOnly>(nullable: true),
            edition = t.Column<int>(),
            prepared_to = t.Column<DateOnly>(nullable: true),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_cadence", x => x.id));
        migrationBuilder.CreateIndex("ux_cadence_code", "cadence", "code", unique: true);

        migrationBuilder.CreateTable("cadence_edition", t => new
        {
            id = t.Column<long>(),
            cadence_id = t.Column<long>(),
            number = t.Column<int>(),
            name = t.Column<string>(),
            made_at = t.Column<long>(),
            made_by_name = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_cadence_edition", x => x.id));
        migrationBuilder.CreateIndex("ux_cadence_edition", "cadence_edition", ["cadence_id", "number"], unique: true);

        migrationBuilder.CreateTable("cadence_step", t => new
        {
            edition_id = t.Column<long>(),
            serial = t.Column<int>(),
            kind = t.Column<int>(),
            name = t.Column<string>(),
            day = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_cadence_step", x => new { x.edition_id, x.serial }));

        migrationBuilder.CreateTable("cadence_unit", t => new
        {
            edition_id = t.Column<long>(),
            unit_id = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_cadence_unit", x => new { x.edition_id, x.unit_id }));

        migrationBuilder.CreateTable("beat", t => new
        {
            id = t.Column<long>(),
            cadence_id = t.Column<long>(),
            edition = t.Column<int>(),
            serial = t.Column<int>(),
            kind = t.Column<int>(),
            name = t.Column<string>(),
            unit_id = t.Column<long>(),
            period = t.Column<DateOnly>(),
            due_on = t.Column<DateOnly>(),
            done_on = t.Column<DateOnly>(nullable: true),
            proof = t.Column<string>(nullable: true),
            meeting_id = t.Column<long>(nullable: true),
            bulletin_id = t.Column<long>(nullable: true),
            done_by_name = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_beat", x => x.id));
        migrationBuilder.CreateIndex("ux_beat", "beat", ["cadence_id", "period", "serial", "unit_id"], unique: true);
        migrationBuilder.CreateIndex("ix_beat_open", "beat", ["due_on", "unit_id"], filter: "done_on IS NULL");
    }

    private static void Meetings(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("meeting", t => new
        {
            id = t.Column<long>(),
            kind = t.Column<int>(),
            title = t.Column<string>(),
            office_id = t.Column<long>(),
            on = t.Column<DateOnly>(),
            programme_id = t.Column<long>(nullable: true),
            previous_id = t.Column<long>(nullable: true),
            beat_id = t.Column<long>(nullable: true),
            held_on = t.Column<DateOnly>(nullable: true),
            cancelled_on = t.Column<DateOnly>(nullable: true),
            notes = t.Column<string>(nullable: true),
            planned_by_name = t.Column<string>(),
            changed_at = t.Column<long>(),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_meeting", x => x.id));
        migrationBuilder.CreateIndex("ix_meeting_on", "meeting", "on");

        migrationBuilder.CreateTable("meeting_unit", t => new
        {
            meeting_id = t.Column<long>(),
            unit_id = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_meeting_unit", x => new { x.meeting_id, x.unit_id }));

        migrationBuilder.CreateTable("meeting_project", t => new
        {
            meeting_id = t.Column<long>(),
            project_id = t.Column<long>(),
            light = t.Column<int>(),
            causes = t.Column<int>(),
            done = t.Column<int>(),
            first_finish = t.Column<DateOnly>(),
            planned_finish = t.Column<DateOnly>(),
            needs = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_meeting_project", x => new { x.meeting_id, x.project_id }));

        migrationBuilder.CreateTable("decision", t => new
        {
            id = t.Column<long>(),
            meeting_id = t.Column<long>(),
            serial = t.Column<int>(),
            text = t.Column<string>(),
            unit_id = t.Column<long>(),
            due_on = t.Column<DateOnly>(),
            project_id = t.Column<long>(nullable: true),
            made_on = t.Column<DateOnly>(),
            done_on = t.Column<DateOnly>(nullable: true),
            evidence = t.Column<string>(nullable: true),
            done_by_name = t.Column<string>(nullable: true),
            objection = t.Column<string>(nullable: true),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_decision", x => x.id));
        migrationBuilder.CreateIndex("ux_decision", "decision", ["meeting_id", "serial"], unique: true);
        migrationBuilder.CreateIndex("ix_decision_open", "decision", ["due_on", "unit_id"], filter: "done_on IS NULL");
    }

    private static void Bulletins(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("bulletin", t => new
        {
            id = t.Column<long>(),
            kind = t.Column<int>(),
            office_id = t.Column<long>(),
            title = t.Column<string>(),
            series = t.Column<string>(),
            from = t.Column<DateOnly>(),
            to = t.Column<DateOnly>(),
            as_of = t.Column<DateOnly>(),
            addressee = t.Column<string>(nullable: true),
            copies_to = t.Column<string>(nullable: true),
            prose = t.Column<string>(),
            figures = t.Column<string>(),
            state = t.Column<int>(),
            drafted_by_id = t.Column<long>(nullable: true),
            drafted_by_name = t.Column<string>(),
            return_note = t.Column<string>(nullable: true),
            approved_by_id = t.Column<long>(nullable: true),
            approved_by_name = t.Column<string>(nullable: true),
            approved_on = t.Column<DateOnly>(nullable: true),
            year = t.Column<int>(nullable: true),
            serial = t.Column<int>(nullable: true),
            issued_on = t.Column<DateOnly>(nullable: true),
            published_on = t.Column<DateOnly>(nullable: true),
            corrects_id = t.Column<long>(nullable: true),
            beat_id = t.Column<long>(nullable: true),
            changed_by_id = t.Column<long>(nullable: true),
            changed_by_name = t.Column<string>(),
            changed_at = t.Column<long>(),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_bulletin", x => x.id));
        migrationBuilder.CreateIndex("ux_bulletin_number", "bulletin", ["series", "year", "serial"], unique: true, filter: "serial IS NOT NULL");
        migrationBuilder.CreateIndex("ix_bulletin_published", "bulletin", "published_on", filter: "published_on IS NOT NULL");
    }
}
