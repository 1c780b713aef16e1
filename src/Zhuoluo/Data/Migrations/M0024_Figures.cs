using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>Figures that an office defines, values from outside, figures as they were stated with their records, and how checks came out.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0024_Figures")]
internal sealed class M0024_Figures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("figure_definition", t => new
        {
            id = t.Column<long>(),
            key = t.Column<string>(),
            version = t.Column<int>(),
            definition = t.Column<string>(),
            made_at = t.Column<long>(),
            made_by_name = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_figure_definition", x => x.id));
        migrationBuilder.CreateIndex("ux_figure_definition", "figure_definition", ["key", "version"], unique: true);

        migrationBuilder.CreateTable("figure_external", t => new
        {
            id = t.Column<long>(),
            key = t.Column<string>(),
            from = t.Column<DateOnly>(),
            to = t.Column<DateOnly>(),
            value = t.Column<long>(),
            is_estimate = t.Column<bool>(),
            told_by = t.Column<string>(),
            recorded_at = t.Column<long>(),
            recorded_by_name = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_figure_external", x => x.id));
        migrationBuilder.CreateIndex("ix_figure_external", "figure_external", ["key", "to"]);

        migrationBuilder.CreateTable("figure_stated", t => new
        {
            id = t.Column<long>(),
            key = t.Column<string>(),
            definition_version = t.Column<int>(),
            definition = t.Column<string>(),
            unit_code = t.Column<string>(nullable: true),
            town = t.Column<string>(nullable: true),
            from = t.Column<DateOnly>(nullable: true),
            to = t.Column<DateOnly>(nullable: true),
            value = t.Column<long>(),
            numerator = t.Column<long>(nullable: true),
            denominator = t.Column<long>(nullable: true),
            excluded = t.Column<long>(nullable: true),
            records = t.Column<long>(),
            digest = t.Column<string>(),
            stated_at = t.Column<long>(),
            stated_by_name = t.Column<string>(),
            in_kind = t.Column<string>(nullable: true),
            in_id = t.Column<long>(nullable: true),
            supersedes_id = t.Column<long>(nullable: true),
            reason = t.Column<string>(nullable: true),
            is_public = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("pk_figure_stated", x => x.id));
        migrationBuilder.CreateIndex("ix_figure_stated_key", "figure_stated", ["key", "id"]);
        migrationBuilder.CreateIndex("ix_figure_stated_public", "figure_stated", "id", filter: "is_public");
        migrationBuilder.CreateIndex("ix_figure_stated_in", "figure_stated", ["in_id", "in_kind"], filter: "in_id IS NOT NULL");
        migrationBuilder.CreateIndex("ix_figure_stated_supersedes", "figure_stated", "supersedes_id", filter: "supersedes_id IS NOT NULL");

        migrationBuilder.CreateTable("figure_stated_records", t => new
        {
            stated_id = t.Column<long>(),
            part = t.Column<int>(),
            source = t.Column<string>(),
            count = t.Column<int>(),
            packed = t.Column<byte[]>(),
        }, constraints: t => t.PrimaryKey("pk_figure_stated_records", x => new { x.stated_id, x.part }));

        migrationBuilder.CreateTable("figure_check", t => new
        {
            code = t.Column<string>(),
            at = t.Column<long>(),
            left = t.Column<long>(),
            right = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_figure_check", x => x.code));
    }
}
