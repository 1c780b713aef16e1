using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>What people think (ratings, call-backs, what follows a bad one), and what answers are made of (templates, warnings, who reviews).</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0011_Evaluation")]
internal sealed class M0011_Evaluation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Ratings(migrationBuilder);
        Dissatisfied(migrationBuilder);
        CallBacks(migrationBuilder);
        Settings(migrationBuilder);
        Answers(migrationBuilder);
    }

    private static void Ratings(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("unit_id", "rating", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("given_on", "rating", nullable: true);
        migrationBuilder.AddColumn<string>("items_version", "rating", nullable: true);
        migrationBuilder.Sql("UPDATE rating SET unit_id = (SELECT lead_unit_id FROM matter m WHERE m.id = rating.matter_id)");
        // The day in China; the two databases write days differently.
        migrationBuilder.Sql(migrationBuilder.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal)
            ? "UPDATE rating SET given_on = date(given_at / 1000000 + 28800, 'unixepoch') WHERE given_at IS NOT NULL"
            : "UPDATE rating SET given_on = (to_timestamp(given_at / 1000000 + 28800) AT TIME ZONE 'UTC')::date WHERE given_at IS NOT NULL");
        migrationBuilder.CreateIndex("ix_rating_given", "rating", ["given_on", "unit_id"], filter: "given_on IS NOT NULL");
        migrationBuilder.CreateIndex("ix_rating_offered", "rating", "offered_at");

        migrationBuilder.CreateTable("rating_item", t => new
        {
            rating_id = t.Column<long>(),
            code = t.Column<string>(),
            grade = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_rating_item", x => new { x.rating_id, x.code }));

        migrationBuilder.CreateTable("rating_trace", t => new
        {
            rating_id = t.Column<long>(),
            at = t.Column<long>(),
            device = t.Column<byte[]>(nullable: true),
            network = t.Column<byte[]>(),
            phone = t.Column<byte[]>(nullable: true),
            seconds = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_rating_trace", x => x.rating_id));
        migrationBuilder.CreateIndex("ix_rating_trace_at", "rating_trace", "at");

        migrationBuilder.CreateTable("rating_alarm", t => new
        {
            id = t.Column<long>(),
            kind = t.Column<int>(),
            print = t.Column<byte[]>(nullable: true),
            unit_id = t.Column<long>(nullable: true),
            first_at = t.Column<long>(),
            last_at = t.Column<long>(),
            ratings = t.Column<int>(),
            judged_at = t.Column<long>(nullable: true),
            judged_by_id = t.Column<long>(nullable: true),
            judged_by_name = t.Column<string>(),
            note = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_rating_alarm", x => x.id));
        migrationBuilder.CreateIndex("ix_rating_alarm_kind", "rating_alarm", ["kind", "last_at"]);
    }

    private static void Dissatisfied(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("dissatisfaction", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            round = t.Column<int>(),
            source = t.Column<int>(),
            rating_id = t.Column<long>(nullable: true),
            unit_id = t.Column<long>(nullable: true),
            grade = t.Column<int>(nullable: true),
            state = t.Column<int>(),
            asked_exit = t.Column<int>(),
            judged_round = t.Column<int>(),
            opened_at = t.Column<long>(),
            opened_on = t.Column<DateOnly>(),
            call_due_at = t.Column<long>(),
            fix_due_at = t.Column<long>(),
            called_at = t.Column<long>(nullable: true),
            fixed_at = t.Column<long>(nullable: true),
            ended_at = t.Column<long>(nullable: true),
            review_on = t.Column<DateOnly>(nullable: true),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_dissatisfaction", x => x.id));
        migrationBuilder.CreateIndex("ux_dissatisfaction_round", "dissatisfaction", ["matter_id", "round", "source"], unique: true);
        migrationBuilder.CreateIndex("ix_dissatisfaction_state", "dissatisfaction", ["state", "id"]);
        migrationBuilder.CreateIndex("ix_dissatisfaction_opened", "dissatisfaction", ["opened_on", "unit_id"]);

        migrationBuilder.CreateTable("dissatisfaction_step", t => new
        {
            id = t.Column<long>(),
            dissatisfaction_id = t.Column<long>(),
            verb = t.Column<int>(),
            from_state = t.Column<int>(),
            to_state = t.Column<int>(),
            at = t.Column<long>(),
            person_id = t.Column<long>(nullable: true),
            person_name = t.Column<string>(),
            note = t.Column<string>(nullable: true),
            exit = t.Column<int>(),
            review_on = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_dissatisfaction_step", x => x.id));
        migrationBuilder.CreateIndex("ix_dissatisfaction_step_of", "dissatisfaction_step", ["dissatisfaction_id", "id"]);

        migrationBuilder.CreateTable("rate_exclusion", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            round = t.Column<int>(),
            unit_id = t.Column<long>(nullable: true),
            reason = t.Column<int>(),
            detail = t.Column<string>(),
            evidence = t.Column<string>(),
            asked_at = t.Column<long>(),
            asked_by_id = t.Column<long>(nullable: true),
            asked_by_name = t.Column<string>(),
            decided_at = t.Column<long>(nullable: true),
            decided_by_id = t.Column<long>(nullable: true),
            decided_by_name = t.Column<string>(),
            is_approved = t.Column<bool>(nullable: true),
            note = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_rate_exclusion", x => x.id));
        migrationBuilder.CreateIndex("ix_rate_exclusion_matter", "rate_exclusion", ["matter_id", "round"]);
    }

    private static void CallBacks(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("call_draw", t => new
        {
            id = t.Column<long>(),
            month = t.Column<int>(),
            seed = t.Column<string>(),
            digest = t.Column<string>(),
            permille = t.Column<int>(),
            population = t.Column<int>(),
            picked = t.Column<int>(),
            numbers = t.Column<string>(),
            drawn_at = t.Column<long>(),
            drawn_by_name = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_call_draw", x => x.id));
        // One draw a month: nobody draws again until the result is liked.
        migrationBuilder.CreateIndex("ux_call_draw_month", "call_draw", "month", unique: true);

        migrationBuilder.CreateTable("call_pick", t => new
        {
            id = t.Column<long>(),
            draw_id = t.Column<long>(),
            place = t.Column<int>(),
            matter_id = t.Column<long>(),
            round = t.Column<int>(),
            unit_id = t.Column<long>(nullable: true),
            month = t.Column<int>(),
            state = t.Column<int>(),
            is_responded = t.Column<bool>(nullable: true),
            is_solved = t.Column<bool>(nullable: true),
            grade = t.Column<int>(nullable: true),
            ended_at = t.Column<long>(nullable: true),
            note = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_call_pick", x => x.id));
        migrationBuilder.CreateIndex("ux_call_pick_matter", "call_pick", ["draw_id", "matter_id"], unique: true);
        migrationBuilder.CreateIndex("ix_call_pick_month", "call_pick", ["month", "unit_id"]);
        migrationBuilder.CreateIndex("ix_call_pick_state", "call_pick", ["state", "id"]);

        migrationBuilder.CreateTable("call_try", t => new
        {
            id = t.Column<long>(),
            pick_id = t.Column<long>(),
            at = t.Column<long>(),
            result = t.Column<int>(),
            person_id = t.Column<long>(nullable: true),
            person_name = t.Column<string>(),
            note = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_call_try", x => x.id));
        migrationBuilder.CreateIndex("ix_call_try_pick", "call_try", ["pick_id", "id"]);
    }

    private static void Settings(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("office_network", t => new
        {
            id = t.Column<long>(),
            range = t.Column<string>(),
            note = t.Column<string>(),
            added_at = t.Column<long>(),
            added_by_name = t.Column<string>(),
            ended_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_office_network", x => x.id));

        migrationBuilder.CreateTable("rate_definition", t => new
        {
            id = t.Column<long>(),
            version = t.Column<int>(),
            weights = t.Column<string>(),
            exclusion_cap = t.Column<int>(),
            draw_share = t.Column<int>(),
            from = t.Column<DateOnly>(),
            reason = t.Column<string>(),
            made_at = t.Column<long>(),
            made_by_name = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_rate_definition", x => x.id));
        migrationBuilder.CreateIndex("ux_rate_definition_version", "rate_definition", "version", unique: true);
    }

    private static void Answers(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("flags", "answer", defaultValue: 0);
        migrationBuilder.AddColumn<string>("fold", "answer", nullable: true);
        migrationBuilder.AddColumn<long>("template_id", "answer", nullable: true);
        migrationBuilder.CreateIndex("ix_answer_unit", "answer", ["unit_id", "id"], filter: "fold IS NOT NULL");

        migrationBuilder.CreateTable("reply_template", t => new
        {
            id = t.Column<long>(),
            series_id = t.Column<long>(),
            version = t.Column<int>(),
            name = t.Column<string>(),
            text = t.Column<string>(),
            category_code = t.Column<string>(nullable: true),
            unit_id = t.Column<long>(nullable: true),
            outcome = t.Column<int>(),
            is_current = t.Column<bool>(),
            made_at = t.Column<long>(),
            made_by_name = t.Column<string>(),
            ended_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_reply_template", x => x.id));
        migrationBuilder.CreateIndex("ux_reply_template_version", "reply_template", ["series_id", "version"], unique: true);
        migrationBuilder.CreateIndex("ix_reply_template_unit", "reply_template", ["unit_id", "id"], filter: "is_current");

        migrationBuilder.CreateTable("review_rule", t => new
        {
            id = t.Column<long>(),
            kind = t.Column<int>(nullable: true),
            category_code = t.Column<string>(nullable: true),
            is_needed = t.Column<bool>(),
            reason = t.Column<string>(),
            made_at = t.Column<long>(),
            made_by_name = t.Column<string>(),
            ended_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_review_rule", x => x.id));
    }
}
