using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>Petitions beside their matters, lists of left-over cases, teams for an event, hotspots, measures.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0010_Cases")]
internal sealed class M0010_Cases : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Tables(migrationBuilder);
        Indexes(migrationBuilder);
    }

    private static void Tables(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("petition", t => new
        {
            matter_id = t.Column<long>(),
            system_code = t.Column<string>(),
            number_sealed = t.Column<byte[]>(nullable: true),
            number_key_id = t.Column<long>(nullable: true),
            number_print = t.Column<byte[]>(nullable: true),
            link_url = t.Column<string>(nullable: true),
            level = t.Column<int>(),
            form = t.Column<int>(),
            sort = t.Column<int>(nullable: true),
            route = t.Column<int>(nullable: true),
            stage = t.Column<int>(),
            received_on = t.Column<DateOnly>(),
            times = t.Column<int>(),
            is_repeat_listed = t.Column<bool>(),
            people = t.Column<int>(),
            representatives = t.Column<int>(),
            is_hard = t.Column<bool>(),
            hard_reason = t.Column<string>(nullable: true),
            accused_unit_id = t.Column<long>(nullable: true),
            lead_person_id = t.Column<long>(nullable: true),
            told_at = t.Column<long>(nullable: true),
            outcome = t.Column<int>(nullable: true),
            resolved_on = t.Column<DateOnly>(nullable: true),
            resolved_by_id = t.Column<long>(nullable: true),
            resolved_by_name = t.Column<string>(),
            checked_on = t.Column<DateOnly>(nullable: true),
            checked_by_name = t.Column<string>(),
            updated_at = t.Column<long>(),
            updated_by = t.Column<string>(),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_petition", x => x.matter_id));

        migrationBuilder.CreateTable("petition_round", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            level = t.Column<int>(),
            unit_id = t.Column<long>(nullable: true),
            body = t.Column<string>(nullable: true),
            asked_on = t.Column<DateOnly>(nullable: true),
            claim = t.Column<string>(nullable: true),
            facts = t.Column<string>(nullable: true),
            opinion = t.Column<string>(nullable: true),
            basis = t.Column<string>(nullable: true),
            outcome = t.Column<int>(nullable: true),
            ruling = t.Column<int>(nullable: true),
            decided_on = t.Column<DateOnly>(nullable: true),
            delivered_on = t.Column<DateOnly>(nullable: true),
            person_id = t.Column<long>(nullable: true),
            person_name = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_petition_round", x => x.id));

        migrationBuilder.CreateTable("petition_lead", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            person_id = t.Column<long>(),
            person_name = t.Column<string>(),
            unit_id = t.Column<long>(),
            from = t.Column<DateOnly>(),
            to = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_petition_lead", x => x.id));

        migrationBuilder.CreateTable("petition_note", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            kind = t.Column<int>(),
            on = t.Column<DateOnly>(),
            text = t.Column<string>(),
            person_id = t.Column<long>(nullable: true),
            person_name = t.Column<string>(),
            at = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_petition_note", x => x.id));

        migrationBuilder.CreateTable("petition_recusal", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            person_id = t.Column<long>(),
            person_name = t.Column<string>(),
            at = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_petition_recusal", x => x.id));

        migrationBuilder.CreateTable("petition_step", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            verb = t.Column<int>(),
            from = t.Column<int>(),
            to = t.Column<int>(),
            at = t.Column<long>(),
            actor_kind = t.Column<int>(),
            person_id = t.Column<long>(nullable: true),
            person_name = t.Column<string>(),
            office_id = t.Column<long>(nullable: true),
            unit_id = t.Column<long>(nullable: true),
            note = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_petition_step", x => x.id));

        migrationBuilder.CreateTable("petition_clock", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            stage = t.Column<int>(),
            start_at = t.Column<long>(),
            limit = t.Column<string>(),
            due_at = t.Column<long>(),
            is_provisional = t.Column<bool>(),
            stopped_at = t.Column<long>(nullable: true),
            hearing_from = t.Column<long>(nullable: true),
            hearing_to = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_petition_clock", x => x.id));

        migrationBuilder.CreateTable("backlog", t => new
        {
            id = t.Column<long>(),
            code = t.Column<string>(),
            name = t.Column<string>(),
            unit_id = t.Column<long>(),
            scope = t.Column<string>(),
            entry_rule = t.Column<string>(),
            is_public = t.Column<bool>(),
            opened_on = t.Column<DateOnly>(),
            ended_on = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_backlog", x => x.id));

        migrationBuilder.CreateTable("backlog_item", t => new
        {
            id = t.Column<long>(),
            backlog_id = t.Column<long>(),
            matter_id = t.Column<long>(),
            started_on = t.Column<DateOnly>(),
            entered_on = t.Column<DateOnly>(),
            removed_on = t.Column<DateOnly>(nullable: true),
            removed_reason = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_backlog_item", x => x.id));

        migrationBuilder.CreateTable("backlog_sprint", t => new
        {
            id = t.Column<long>(),
            backlog_id = t.Column<long>(),
            name = t.Column<string>(),
            from = t.Column<DateOnly>(),
            to = t.Column<DateOnly>(),
            target = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_backlog_sprint", x => x.id));

        migrationBuilder.CreateTable("incident", t => new
        {
            id = t.Column<long>(),
            kind = t.Column<int>(),
            name = t.Column<string>(),
            place_code = t.Column<string>(),
            from = t.Column<DateOnly>(),
            ended_on = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_incident", x => x.id));

        migrationBuilder.CreateTable("team", t => new
        {
            id = t.Column<long>(),
            incident_id = t.Column<long>(),
            kind = t.Column<int>(),
            name = t.Column<string>(),
            unit_id = t.Column<long>(),
            leader_id = t.Column<long>(),
            leader_name = t.Column<string>(),
            formed_at = t.Column<long>(),
            dissolved_at = t.Column<long>(nullable: true),
            result = t.Column<string>(nullable: true),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_team", x => x.id));

        migrationBuilder.CreateTable("team_member", t => new
        {
            id = t.Column<long>(),
            team_id = t.Column<long>(),
            person_id = t.Column<long>(),
            person_name = t.Column<string>(),
            joined_at = t.Column<long>(),
            left_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_team_member", x => x.id));

        migrationBuilder.CreateTable("team_shift", t => new
        {
            id = t.Column<long>(),
            team_id = t.Column<long>(),
            person_id = t.Column<long>(),
            person_name = t.Column<string>(),
            from = t.Column<long>(),
            to = t.Column<long>(),
            is_cancelled = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("pk_team_shift", x => x.id));

        migrationBuilder.CreateTable("team_task", t => new
        {
            id = t.Column<long>(),
            team_id = t.Column<long>(),
            matter_id = t.Column<long>(),
            given_at = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_team_task", x => x.id));

        migrationBuilder.CreateTable("hotspot", t => new
        {
            id = t.Column<long>(),
            month = t.Column<int>(),
            town_code = t.Column<string>(),
            category_code = t.Column<string>(),
            unit_id = t.Column<long>(),
            plan = t.Column<string>(),
            due_on = t.Column<DateOnly>(),
            set_at = t.Column<long>(),
            set_by_name = t.Column<string>(),
            done_on = t.Column<DateOnly>(nullable: true),
            result = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_hotspot", x => x.id));

        migrationBuilder.CreateTable("measure", t => new
        {
            id = t.Column<long>(),
            requester_print = t.Column<byte[]>(),
            matter_id = t.Column<long>(),
            kind = t.Column<int>(),
            reason = t.Column<string>(),
            taken_at = t.Column<long>(),
            taken_by_id = t.Column<long>(nullable: true),
            taken_by_name = t.Column<string>(),
            review_on = t.Column<DateOnly>(),
            reviewed_at = t.Column<long>(nullable: true),
            reviewed_by_id = t.Column<long>(nullable: true),
            reviewed_by_name = t.Column<string>(),
            review_note = t.Column<string>(nullable: true),
            lifted_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_measure", x => x.id));
    }

    private static void Indexes(MigrationBuilder migrationBuilder)
    {
        // The same official number is taken in once, also when two try at the same moment.
        migrationBuilder.CreateIndex("ux_petition_number", "petition", "number_print", unique: true, filter: "number_print IS NOT NULL");
        migrationBuilder.CreateIndex("ix_petition_stage", "petition", ["stage", "matter_id"]);
        foreach (var table in (string[])["petition_round", "petition_lead", "petition_note", "petition_recusal", "petition_step", "petition_clock"])
        {
            migrationBuilder.CreateIndex($"ix_{table}_matter", table, ["matter_id", "id"]);
        }
        migrationBuilder.CreateIndex("ix_petition_lead_person", "petition_lead", ["person_id", "unit_id"], filter: "\"to\" IS NULL");
        migrationBuilder.CreateIndex("ux_backlog_code", "backlog", "code", unique: true);
        migrationBuilder.CreateIndex("ux_backlog_item", "backlog_item", ["backlog_id", "matter_id"], unique: true);
        migrationBuilder.CreateIndex("ix_backlog_item_matter", "backlog_item", "matter_id");
        migrationBuilder.CreateIndex("ix_backlog_sprint", "backlog_sprint", ["backlog_id", "from"]);
        migrationBuilder.CreateIndex("ix_team_incident", "team", ["incident_id", "id"]);
        foreach (var table in (string[])["team_member", "team_shift", "team_task"])
        {
            migrationBuilder.CreateIndex($"ix_{table}_team", table, ["team_id", "id"]);
        }
        migrationBuilder.CreateIndex("ix_team_task_matter", "team_task", "matter_id");
        migrationBuilder.CreateIndex("ux_hotspot", "hotspot", ["month", "town_code", "category_code"], unique: true);
        migrationBuilder.CreateIndex("ix_measure_print", "measure", ["requester_print", "id"]);
        migrationBuilder.CreateIndex("ix_matter_repeat", "matter", "repeat_of_id", filter: "repeat_of_id IS NOT NULL");
    }
}
