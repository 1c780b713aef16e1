using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>What things are found by: words of published texts, how usual a word is, other words for the same; and what people keep of lists.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0015_Finding")]
internal sealed class M0015_Finding : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(migrationBuilder.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal)
            ? "CREATE VIRTUAL TABLE publication_search USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')"
            : "CREATE TABLE publication_search (id bigint PRIMARY KEY, words tsvector NOT NULL); CREATE INDEX ix_publication_search_words ON publication_search USING gin (words)");
        migrationBuilder.CreateTable("search_word", t => new
        {
            word = t.Column<string>(),
            count = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_search_word", x => x.word));
        Terms(migrationBuilder);
        Kept(migrationBuilder);
        Indexes(migrationBuilder);
    }

    private static void Terms(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("search_term", t => new
        {
            id = t.Column<long>(),
            category_code = t.Column<string>(),
            kind = t.Column<int>(),
            text = t.Column<string>(),
            stands_for = t.Column<string>(nullable: true),
            weight = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_search_term", x => x.id));
        migrationBuilder.CreateIndex("ux_search_term", "search_term", ["category_code", "kind", "text"], unique: true);

        migrationBuilder.CreateTable("suggestion", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            kind = t.Column<int>(),
            suggested_code = t.Column<string>(nullable: true),
            other_id = t.Column<long>(nullable: true),
            score = t.Column<int>(),
            verdict = t.Column<int>(),
            chosen_code = t.Column<string>(nullable: true),
            at = t.Column<long>(),
            person_id = t.Column<long>(nullable: true),
            person_name = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_suggestion", x => x.id));
        migrationBuilder.CreateIndex("ix_suggestion_matter", "suggestion", ["matter_id", "id"]);
    }

    private static void Kept(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("saved_view", t => new
        {
            id = t.Column<long>(),
            person_id = t.Column<long>(),
            unit_id = t.Column<long>(nullable: true),
            name = t.Column<string>(),
            query = t.Column<string>(),
            columns = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_saved_view", x => x.id));
        migrationBuilder.CreateIndex("ix_saved_view_person", "saved_view", ["person_id", "id"]);
        migrationBuilder.CreateIndex("ix_saved_view_unit", "saved_view", ["unit_id", "id"], filter: "unit_id IS NOT NULL");

        migrationBuilder.CreateTable("list_taste", t => new
        {
            person_id = t.Column<long>(),
            is_dense = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("pk_list_taste", x => x.person_id));

        migrationBuilder.CreateTable("calendar_feed", t => new
        {
            id = t.Column<long>(),
            person_id = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_calendar_feed", x => x.id));
        migrationBuilder.CreateIndex("ux_calendar_feed_person", "calendar_feed", "person_id", unique: true);

        migrationBuilder.CreateTable("area_map", t => new
        {
            id = t.Column<long>(),
            name = t.Column<string>(),
            approval = t.Column<string>(nullable: true),
            geo_json = t.Column<string>(),
            uploaded_at = t.Column<long>(),
            uploaded_by = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_area_map", x => x.id));
    }

    private static void Indexes(MigrationBuilder migrationBuilder)
    {
        // Also what recurs: the same topic at the same place.
        migrationBuilder.CreateIndex("ix_matter_place", "matter", ["place_code", "category_code", "opened_on"]);
        migrationBuilder.CreateIndex("ix_matter_outcome", "matter", ["outcome", "id"]);
        migrationBuilder.CreateIndex("ix_matter_closed", "matter", ["closed_on", "id"], filter: "closed_on IS NOT NULL");
        migrationBuilder.CreateIndex("ix_holding_unit", "holding", ["unit_id", "matter_id"]);
        migrationBuilder.CreateIndex("ix_step_person", "step", ["person_id", "matter_id"], filter: "person_id IS NOT NULL");
        migrationBuilder.CreateIndex("ix_step_taken_in", "step", ["office_id", "matter_id"], filter: "verb = 1");
    }
}
