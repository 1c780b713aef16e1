using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

[DbContext(typeof(ZhuoluoContext))]
[Migration("0005_Followers")]
internal sealed class M0005_Followers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("handler_id", "matter", nullable: true);
        migrationBuilder.CreateIndex("ix_matter_handler", "matter", ["handler_id", "id"], filter: "handler_id IS NOT NULL");

        migrationBuilder.CreateTable("notice", t => new
        {
            id = t.Column<long>(),
            unit_id = t.Column<long>(nullable: true),
            matter_id = t.Column<long>(),
            kind = t.Column<int>(),
            at = t.Column<long>(),
            mark = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_notice", x => x.id));
        migrationBuilder.CreateIndex("ux_notice_mark", "notice", "mark", unique: true);
        migrationBuilder.CreateIndex("ix_notice_unit", "notice", ["unit_id", "id"]);
        migrationBuilder.CreateIndex("ix_notice_matter", "notice", ["matter_id", "id"]);

        // Full text has no type that both databases know (rules G1.2, G1.3). Only words are kept, the texts stand in their own tables.
        migrationBuilder.Sql(migrationBuilder.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal)
            ? "CREATE VIRTUAL TABLE matter_search USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')"
            : "CREATE TABLE matter_search (id bigint PRIMARY KEY, words tsvector NOT NULL); CREATE INDEX ix_matter_search_words ON matter_search USING gin (words)");
    }
}
