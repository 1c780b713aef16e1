using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>Checks by the office: asked for, approved, concluded, objected to, ruled on.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0023b_Inspection")]
internal sealed class M0023b_Inspection : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("inspection", t => new
        {
            id = t.Column<long>(),
            kind = t.Column<int>(),
            topic = t.Column<string>(),
            unit_id = t.Column<long>(),
            office_id = t.Column<long>(),
            basis = t.Column<string>(),
            planned_on = t.Column<DateOnly>(),
            overlaps = t.Column<int>(),
            overlap_reason = t.Column<string>(nullable: true),
            asked_by_id = t.Column<long>(nullable: true),
            asked_by_name = t.Column<string>(),
            asked_on = t.Column<DateOnly>(),
            is_approved = t.Column<bool>(nullable: true),
            decided_by_name = t.Column<string>(nullable: true),
            decided_on = t.Column<DateOnly>(nullable: true),
            decision_note = t.Column<string>(nullable: true),
            held_on = t.Column<DateOnly>(nullable: true),
            conclusion = t.Column<string>(nullable: true),
            concluded_by_id = t.Column<long>(nullable: true),
            concluded_by_name = t.Column<string>(nullable: true),
            concluded_on = t.Column<DateOnly>(nullable: true),
            meeting_id = t.Column<long>(nullable: true),
            objection = t.Column<string>(nullable: true),
            objected_on = t.Column<DateOnly>(nullable: true),
            is_granted = t.Column<bool>(nullable: true),
            ruling = t.Column<string>(nullable: true),
            ruled_by_name = t.Column<string>(nullable: true),
            ruled_on = t.Column<DateOnly>(nullable: true),
            changed_by_name = t.Column<string>(),
            changed_at = t.Column<long>(),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_inspection", x => x.id));
        migrationBuilder.CreateIndex("ix_inspection_unit", "inspection", ["unit_id", "topic", "planned_on"]);
    }
}
