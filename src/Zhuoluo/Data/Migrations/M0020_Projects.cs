using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>Lists of promises and the projects on them, with what they promise, cost and report.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0020_Projects")]
internal sealed class M0020_Projects : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Lists(migrationBuilder);
        Parts(migrationBuilder);
        Histories(migrationBuilder);
        Counts(migrationBuilder);
        Indexes(migrationBuilder);
    }

    private static void Lists(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("programme", t => new
        {
            id = t.Column<long>(),
            code = t.Column<string>(),
            name = t.Column<string>(),
            kind = t.Column<int>(),
            level = t.Column<int>(),
            year = t.Column<int>(),
            unit_id = t.Column<long>(),
            source = t.Column<int>(),
            entry_rule = t.Column<string>(),
            light_profile = t.Column<string>(),
            period = t.Column<int>(),
            parent_id = t.Column<long>(nullable: true),
            higher_total = t.Column<int>(nullable: true),
            is_disjoint = t.Column<bool>(),
            is_public = t.Column<bool>(),
            opened_on = t.Column<DateOnly>(),
            ended_on = t.Column<DateOnly>(nullable: true),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_programme", x => x.id));

        migrationBuilder.CreateTable("project", t => new
        {
            id = t.Column<long>(),
            number = t.Column<string>(),
            year = t.Column<int>(),
            name = t.Column<string>(),
            field_code = t.Column<string>(nullable: true),
            source = t.Column<int>(),
            level = t.Column<int>(),
            state = t.Column<int>(),
            paused_from = t.Column<int>(nullable: true),
            content = t.Column<string>(),
            place_code = t.Column<string>(),
            latitude = t.Column<int>(nullable: true),
            longitude = t.Column<int>(nullable: true),
            lead_unit_id = t.Column<long>(),
            leader_name = t.Column<string>(nullable: true),
            leader_post = t.Column<string>(nullable: true),
            leader_id = t.Column<long>(nullable: true),
            planned_start = t.Column<DateOnly>(),
            planned_finish = t.Column<DateOnly>(),
            first_finish = t.Column<DateOnly>(),
            slip_days = t.Column<int>(),
            started_on = t.Column<DateOnly>(nullable: true),
            part_built_on = t.Column<DateOnly>(nullable: true),
            completed_on = t.Column<DateOnly>(nullable: true),
            accepted_on = t.Column<DateOnly>(nullable: true),
            publicity_from = t.Column<DateOnly>(nullable: true),
            publicity_to = t.Column<DateOnly>(nullable: true),
            closed_on = t.Column<DateOnly>(nullable: true),
            looked_back_on = t.Column<DateOnly>(nullable: true),
            done = t.Column<int>(),
            reported_for = t.Column<DateOnly>(nullable: true),
            beneficiaries = t.Column<long>(nullable: true),
            is_households = t.Column<bool>(),
            is_estimated = t.Column<bool>(),
            is_breakthrough = t.Column<bool>(),
            is_cross_year = t.Column<bool>(),
            light = t.Column<int>(),
            light_since = t.Column<DateOnly>(nullable: true),
            causes = t.Column<int>(),
            reason = t.Column<int>(nullable: true),
            good_periods = t.Column<int>(),
            judged_for = t.Column<DateOnly>(nullable: true),
            is_public = t.Column<bool>(),
            open_objections = t.Column<int>(),
            reported_by_id = t.Column<long>(nullable: true),
            updated_at = t.Column<long>(),
            updated_by = t.Column<string>(),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_project", x => x.id));

        migrationBuilder.CreateTable("listing", t => new
        {
            id = t.Column<long>(),
            programme_id = t.Column<long>(),
            project_id = t.Column<long>(),
            serial = t.Column<int>(),
            entered_on = t.Column<DateOnly>(),
            removed_on = t.Column<DateOnly>(nullable: true),
            removed_reason = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_listing", x => x.id));
    }

    private static void Parts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("project_target", t => new
        {
            id = t.Column<long>(),
            project_id = t.Column<long>(),
            what = t.Column<string>(),
            promised = t.Column<long>(),
            reached = t.Column<long>(),
            unit = t.Column<string>(),
            variance = t.Column<string>(nullable: true),
            evidence = t.Column<string>(nullable: true),
            at = t.Column<long>(),
            superseded_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_project_target", x => x.id));

        migrationBuilder.CreateTable("project_money", t => new
        {
            id = t.Column<long>(),
            project_id = t.Column<long>(),
            source = t.Column<int>(),
            planned = t.Column<long>(),
            arrived = t.Column<long>(),
            paid = t.Column<long>(),
            document = t.Column<string>(nullable: true),
            at = t.Column<long>(),
            superseded_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_project_money", x => x.id));

        migrationBuilder.CreateTable("project_node", t => new
        {
            id = t.Column<long>(),
            project_id = t.Column<long>(),
            serial = t.Column<int>(),
            name = t.Column<string>(),
            weight = t.Column<int>(),
            planned_on = t.Column<DateOnly>(),
            reached_on = t.Column<DateOnly>(nullable: true),
            evidence = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_project_node", x => x.id));

        migrationBuilder.CreateTable("project_unit", t => new
        {
            project_id = t.Column<long>(),
            unit_id = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_project_unit", x => new { x.project_id, x.unit_id }));
    }

    private static void Histories(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("project_plea", t => new
        {
            id = t.Column<long>(),
            project_id = t.Column<long>(),
            kind = t.Column<int>(),
            from = t.Column<DateOnly>(nullable: true),
            to = t.Column<DateOnly>(nullable: true),
            reason = t.Column<int>(),
            text = t.Column<string>(),
            asked_at = t.Column<long>(),
            asked_by_id = t.Column<long>(nullable: true),
            asked_by_name = t.Column<string>(),
            is_granted = t.Column<bool>(nullable: true),
            decided_at = t.Column<long>(nullable: true),
            decided_by_name = t.Column<string>(nullable: true),
            decision_text = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_project_plea", x => x.id));

        migrationBuilder.CreateTable("project_matter", t => new
        {
            id = t.Column<long>(),
            project_id = t.Column<long>(),
            matter_id = t.Column<long>(),
            linked_on = t.Column<DateOnly>(),
            told_at = t.Column<long>(nullable: true),
            agrees = t.Column<bool>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_project_matter", x => x.id));

        migrationBuilder.CreateTable("project_step", t => new
        {
            id = t.Column<long>(),
            project_id = t.Column<long>(),
            verb = t.Column<int>(),
            from = t.Column<int>(),
            to = t.Column<int>(),
            at = t.Column<long>(),
            person_id = t.Column<long>(nullable: true),
            person_name = t.Column<string>(),
            office_id = t.Column<long>(nullable: true),
            note = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_project_step", x => x.id));

        migrationBuilder.CreateTable("project_progress", t => new
        {
            id = t.Column<long>(),
            project_id = t.Column<long>(),
            period = t.Column<DateOnly>(),
            done = t.Column<int>(),
            text = t.Column<string>(nullable: true),
            problem = t.Column<string>(nullable: true),
            needs = t.Column<string>(nullable: true),
            next = t.Column<string>(nullable: true),
            at = t.Column<long>(),
            person_id = t.Column<long>(nullable: true),
            person_name = t.Column<string>(),
            unit_id = t.Column<long>(),
            corrects_id = t.Column<long>(nullable: true),
            superseded_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_project_progress", x => x.id));

        migrationBuilder.CreateTable("project_light", t => new
        {
            id = t.Column<long>(),
            project_id = t.Column<long>(),
            on = t.Column<DateOnly>(),
            light = t.Column<int>(),
            causes = t.Column<int>(),
            behind = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_project_light", x => x.id));

        migrationBuilder.CreateTable("project_letter", t => new
        {
            id = t.Column<long>(),
            project_id = t.Column<long>(),
            step = t.Column<int>(),
            text = t.Column<string>(),
            issued_on = t.Column<DateOnly>(),
            answer_by = t.Column<DateOnly>(),
            issued_by_name = t.Column<string>(),
            answer = t.Column<string>(nullable: true),
            answered_on = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_project_letter", x => x.id));
    }

    private static void Counts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("project_mark", t => new
        {
            project_id = t.Column<long>(),
            programme_id = t.Column<long>(),
            unit_id = t.Column<long>(),
            field_code = t.Column<string>(),
            town_code = t.Column<string>(),
            state = t.Column<int>(),
            light = t.Column<int>(),
            punctuality = t.Column<int>(),
            is_silent = t.Column<bool>(),
            is_overdue = t.Column<bool>(),
            planned = t.Column<long>(),
            arrived = t.Column<long>(),
            paid = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_project_mark", x => new { x.project_id, x.programme_id }));

        migrationBuilder.CreateTable("project_tally", t => new
        {
            by = t.Column<int>(),
            key = t.Column<string>(),
            programme_id = t.Column<long>(),
            state = t.Column<int>(),
            light = t.Column<int>(),
            punctuality = t.Column<int>(),
            count = t.Column<long>(),
            planned = t.Column<long>(),
            arrived = t.Column<long>(),
            paid = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_project_tally", x => new { x.by, x.programme_id, x.key, x.state, x.light, x.punctuality }));

        migrationBuilder.CreateTable("project_day", t => new
        {
            on = t.Column<DateOnly>(),
            light = t.Column<int>(),
            count = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_project_day", x => new { x.on, x.light }));

        migrationBuilder.CreateTable("project_counter", t => new
        {
            year = t.Column<int>(),
            next = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_project_counter", x => x.year));
    }

    private static void Indexes(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("ux_programme_code", "programme", "code", unique: true);
        migrationBuilder.CreateIndex("ux_project_number", "project", "number", unique: true);
        migrationBuilder.CreateIndex("ix_project_lead", "project", ["lead_unit_id", "state", "id"]);
        migrationBuilder.CreateIndex("ix_project_light", "project", ["light", "id"]);
        migrationBuilder.CreateIndex("ix_project_leader", "project", ["leader_name", "id"], filter: "leader_name IS NOT NULL");
        migrationBuilder.CreateIndex("ix_project_slip", "project", "slip_days", filter: "slip_days > 0");
        migrationBuilder.CreateIndex("ux_listing", "listing", ["programme_id", "project_id"], unique: true, filter: "removed_on IS NULL");
        migrationBuilder.CreateIndex("ix_listing_serial", "listing", ["programme_id", "serial"]);
        migrationBuilder.CreateIndex("ix_listing_project", "listing", ["project_id", "id"]);
        foreach (var table in (string[])["project_target", "project_money", "project_node", "project_plea", "project_step", "project_light", "project_letter"])
        {
            migrationBuilder.CreateIndex($"ix_{table}_project", table, ["project_id", "id"]);
        }
        migrationBuilder.CreateIndex("ix_project_unit_unit", "project_unit", ["unit_id", "project_id"]);
        migrationBuilder.CreateIndex("ux_project_matter", "project_matter", ["project_id", "matter_id"], unique: true);
        migrationBuilder.CreateIndex("ix_project_matter_matter", "project_matter", "matter_id");
        // One report of a period stands at a time, also when two are sent at the same moment.
        migrationBuilder.CreateIndex("ux_project_progress", "project_progress", ["project_id", "period"], unique: true, filter: "superseded_at IS NULL");
        migrationBuilder.CreateIndex("ix_project_plea_open", "project_plea", ["kind", "id"], filter: "is_granted IS NULL");
    }
}
