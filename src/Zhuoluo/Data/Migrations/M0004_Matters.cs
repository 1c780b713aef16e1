using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

[DbContext(typeof(ZhuoluoContext))]
[Migration("0004_Matters")]
internal sealed class M0004_Matters : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Tables(migrationBuilder);
        Indexes(migrationBuilder);
    }

    private static void Tables(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("matter", t => new
        {
            id = t.Column<long>(),
            number = t.Column<string>(),
            kind = t.Column<int>(),
            channel = t.Column<int>(),
            urgency = t.Column<int>(),
            title = t.Column<string>(),
            is_confidential = t.Column<bool>(),
            state = t.Column<int>(),
            is_open = t.Column<bool>(),
            outcome = t.Column<int>(),
            lead_unit_id = t.Column<long>(nullable: true),
            category_code = t.Column<string>(nullable: true),
            town_code = t.Column<string>(),
            place_code = t.Column<string>(),
            drive_id = t.Column<long>(nullable: true),
            visit_id = t.Column<long>(nullable: true),
            duty_shift_id = t.Column<long>(nullable: true),
            registered_at = t.Column<long>(),
            opened_on = t.Column<DateOnly>(),
            answered_at = t.Column<long>(nullable: true),
            closed_at = t.Column<long>(nullable: true),
            closed_on = t.Column<DateOnly>(nullable: true),
            due_at = t.Column<long>(nullable: true),
            near_at = t.Column<long>(nullable: true),
            is_due_provisional = t.Column<bool>(),
            is_paused = t.Column<bool>(),
            profile_code = t.Column<string>(),
            profile_version = t.Column<int>(),
            round = t.Column<int>(),
            return_count = t.Column<int>(),
            is_return_barred = t.Column<bool>(),
            extension_count = t.Column<int>(),
            urge_count = t.Column<int>(),
            is_at_once = t.Column<bool>(),
            is_window_escalation = t.Column<bool>(),
            main_matter_id = t.Column<long>(nullable: true),
            repeat_of_id = t.Column<long>(nullable: true),
            requester_print = t.Column<byte[]>(nullable: true),
            grade = t.Column<int>(),
            is_public = t.Column<bool>(),
            updated_at = t.Column<long>(),
            updated_by = t.Column<string>(),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_matter", x => x.id));

        migrationBuilder.CreateTable("matter_text", t => new
        {
            matter_id = t.Column<long>(),
            text = t.Column<string>(),
            place_text = t.Column<string>(nullable: true),
            notice_version = t.Column<int>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_matter_text", x => x.matter_id));

        migrationBuilder.CreateTable("matter_contact", t => new
        {
            matter_id = t.Column<long>(),
            key_id = t.Column<long>(),
            @sealed = t.Column<byte[]>(),
        }, constraints: t => t.PrimaryKey("pk_matter_contact", x => x.matter_id));

        migrationBuilder.CreateTable("contact_reveal", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            person_id = t.Column<long>(),
            person_name = t.Column<string>(),
            at = t.Column<long>(),
            reason = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_contact_reveal", x => x.id));

        migrationBuilder.CreateTable("step", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            verb = t.Column<int>(),
            from_state = t.Column<int>(),
            to_state = t.Column<int>(),
            at = t.Column<long>(),
            actor_kind = t.Column<int>(),
            person_id = t.Column<long>(nullable: true),
            person_name = t.Column<string>(),
            office_id = t.Column<long>(nullable: true),
            unit_id = t.Column<long>(nullable: true),
            reason_code = t.Column<string>(nullable: true),
            note = t.Column<string>(nullable: true),
            round = t.Column<int>(),
            due_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_step", x => x.id));

        migrationBuilder.CreateTable("holding", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            unit_id = t.Column<long>(),
            part = t.Column<int>(),
            @from = t.Column<long>(),
            signed_at = t.Column<long>(nullable: true),
            to = t.Column<long>(nullable: true),
            end = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_holding", x => x.id));

        migrationBuilder.CreateTable("proposal", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            kind = t.Column<int>(),
            proposed_at = t.Column<long>(),
            proposed_by_id = t.Column<long>(nullable: true),
            proposed_by_name = t.Column<string>(),
            proposed_for_unit_id = t.Column<long>(nullable: true),
            reason_code = t.Column<string>(nullable: true),
            reason = t.Column<string>(),
            detail = t.Column<string>(nullable: true),
            limit = t.Column<string>(nullable: true),
            review_on = t.Column<DateOnly>(nullable: true),
            decided_at = t.Column<long>(nullable: true),
            decided_by_id = t.Column<long>(nullable: true),
            decided_by_name = t.Column<string>(),
            is_approved = t.Column<bool>(nullable: true),
            decision_note = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_proposal", x => x.id));

        migrationBuilder.CreateTable("clock", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            stage = t.Column<int>(),
            round = t.Column<int>(),
            start_at = t.Column<long>(),
            limit = t.Column<string>(),
            profile_code = t.Column<string>(),
            profile_version = t.Column<int>(),
            due_at = t.Column<long>(),
            is_provisional = t.Column<bool>(),
            stopped_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_clock", x => x.id));

        migrationBuilder.CreateTable("clock_pause", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            @from = t.Column<long>(),
            to = t.Column<long>(nullable: true),
            reason = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_clock_pause", x => x.id));

        migrationBuilder.CreateTable("clock_extension", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            round = t.Column<int>(),
            limit = t.Column<string>(),
            granted_at = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_clock_extension", x => x.id));

        migrationBuilder.CreateTable("answer", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            round = t.Column<int>(),
            unit_id = t.Column<long>(nullable: true),
            outcome = t.Column<int>(),
            ground_code = t.Column<string>(nullable: true),
            text = t.Column<string>(),
            at = t.Column<long>(),
            person_id = t.Column<long>(nullable: true),
            reviewed_at = t.Column<long>(nullable: true),
            is_approved = t.Column<bool>(nullable: true),
            review_note = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_answer", x => x.id));

        migrationBuilder.CreateTable("question", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            text = t.Column<string>(),
            asked_at = t.Column<long>(),
            unit_id = t.Column<long>(nullable: true),
            reply = t.Column<string>(nullable: true),
            replied_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_question", x => x.id));

        migrationBuilder.CreateTable("call_back", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            round = t.Column<int>(),
            at = t.Column<long>(),
            result = t.Column<int>(),
            is_solved = t.Column<bool>(nullable: true),
            person_id = t.Column<long>(nullable: true),
            note = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_call_back", x => x.id));

        migrationBuilder.CreateTable("rating", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            round = t.Column<int>(),
            token_print = t.Column<byte[]>(),
            offered_at = t.Column<long>(),
            grade = t.Column<int>(nullable: true),
            is_solved = t.Column<bool>(nullable: true),
            comment = t.Column<string>(nullable: true),
            given_at = t.Column<long>(nullable: true),
            source = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_rating", x => x.id));

        migrationBuilder.CreateTable("publication", t => new
        {
            matter_id = t.Column<long>(),
            state = t.Column<int>(),
            title = t.Column<string>(),
            text = t.Column<string>(),
            answer = t.Column<string>(nullable: true),
            checked_at = t.Column<long>(nullable: true),
            checked_by_id = t.Column<long>(nullable: true),
            withheld_reason = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_publication", x => x.matter_id));

        migrationBuilder.CreateTable("matter_link", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            other_id = t.Column<long>(),
            kind = t.Column<int>(),
            at = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_matter_link", x => x.id));

        migrationBuilder.CreateTable("drive", t => new
        {
            id = t.Column<long>(),
            code = t.Column<string>(),
            name = t.Column<string>(),
            kind = t.Column<int>(),
            @from = t.Column<DateOnly>(),
            to = t.Column<DateOnly>(nullable: true),
            label_visitors = t.Column<int>(nullable: true),
            label_households = t.Column<int>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_drive", x => x.id));

        migrationBuilder.CreateTable("visit", t => new
        {
            id = t.Column<long>(),
            drive_id = t.Column<long>(),
            visitor_id = t.Column<long>(nullable: true),
            visitor_name = t.Column<string>(),
            place_code = t.Column<string>(),
            town_code = t.Column<string>(),
            unit_id = t.Column<long>(nullable: true),
            on = t.Column<DateOnly>(),
            households = t.Column<int>(),
            note = t.Column<string>(nullable: true),
            recorded_at = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_visit", x => x.id));

        migrationBuilder.CreateTable("duty_shift", t => new
        {
            id = t.Column<long>(),
            drive_id = t.Column<long>(),
            on = t.Column<DateOnly>(),
            head_name = t.Column<string>(),
            unit_id = t.Column<long>(nullable: true),
            slot = t.Column<string>(nullable: true),
            is_cancelled = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("pk_duty_shift", x => x.id));

        migrationBuilder.CreateTable("category", t => new
        {
            code = t.Column<string>(),
            name = t.Column<string>(),
            parent_code = t.Column<string>(nullable: true),
            standard_ref = t.Column<string>(),
            standard_code = t.Column<string>(nullable: true),
            usual_units = t.Column<string>(),
            valid_from = t.Column<DateOnly>(),
            valid_to = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_category", x => x.code));

        migrationBuilder.CreateTable("tally", t => new
        {
            by = t.Column<int>(),
            key = t.Column<string>(),
            drive_id = t.Column<long>(),
            month = t.Column<int>(),
            state = t.Column<int>(),
            outcome = t.Column<int>(),
            count = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_tally", x => new { x.by, x.drive_id, x.key, x.month, x.state, x.outcome }));

        migrationBuilder.CreateTable("tally_mark", t => new
        {
            matter_id = t.Column<long>(),
            drive_id = t.Column<long>(),
            month = t.Column<int>(),
            closed_month = t.Column<int>(),
            state = t.Column<int>(),
            outcome = t.Column<int>(),
            unit_id = t.Column<long>(),
            town_code = t.Column<string>(),
            place_code = t.Column<string>(),
            category_code = t.Column<string>(),
            channel = t.Column<int>(),
            kind = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_tally_mark", x => x.matter_id));

        migrationBuilder.CreateTable("number_counter", t => new
        {
            year = t.Column<int>(),
            next = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_number_counter", x => x.year));
    }

    private static void Indexes(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("ux_matter_number", "matter", "number", unique: true);
        migrationBuilder.CreateIndex("ix_matter_state", "matter", ["state", "id"]);
        migrationBuilder.CreateIndex("ix_matter_unit", "matter", ["lead_unit_id", "id"]);
        migrationBuilder.CreateIndex("ix_matter_town", "matter", ["town_code", "id"]);
        migrationBuilder.CreateIndex("ix_matter_drive", "matter", ["drive_id", "id"]);
        migrationBuilder.CreateIndex("ix_matter_category", "matter", ["category_code", "id"]);
        migrationBuilder.CreateIndex("ix_matter_main", "matter", "main_matter_id", filter: "main_matter_id IS NOT NULL");
        migrationBuilder.CreateIndex("ix_matter_print", "matter", "requester_print", filter: "requester_print IS NOT NULL");
        // Only open matters have a light; there are few of them, however many are closed.
        // Spelt as the queries spell it: SQLite takes a partial index only for a condition that is written alike.
        migrationBuilder.CreateIndex("ix_matter_due", "matter", ["due_at", "id"], filter: "is_open");
        foreach (var table in (string[])["step", "holding", "proposal", "clock", "clock_pause", "clock_extension", "answer", "question", "call_back", "matter_link", "contact_reveal"])
        {
            migrationBuilder.CreateIndex($"ix_{table}_matter", table, ["matter_id", "id"]);
        }
        // One rating a round, also when two come at once.
        migrationBuilder.CreateIndex("ux_rating_round", "rating", ["matter_id", "round"], unique: true);
        migrationBuilder.CreateIndex("ix_holding_open", "holding", ["unit_id", "matter_id"], filter: "\"to\" IS NULL");
        migrationBuilder.CreateIndex("ix_visit_drive", "visit", ["drive_id", "id"]);
        migrationBuilder.CreateIndex("ix_duty_shift_drive", "duty_shift", ["drive_id", "on"]);
        migrationBuilder.CreateIndex("ux_drive_code", "drive", "code", unique: true);
    }
}
