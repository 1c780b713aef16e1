using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>Plans under one theme, with their tasks.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0022b_Plans")]
internal sealed class M0022b_Plans : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("theme_plan", t => new
        {
            id = t.Column<long>(),
            code = t.Column<string>(),
            name = t.Column<string>(),
            year = t.Column<int>(),
            unit_id = t.Column<long>(),
            issued_on = t.Column<DateOnly>(nullable: true),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_theme_plan", x => x.id));
        migrationBuilder.CreateIndex("ux_theme_plan_code", "theme_plan", "code", unique: true);

        migrationBuilder.CreateTable("plan_task", t => new
        {
            id = t.Column<long>(),
            plan_id = t.Column<long>(),
            aspect = t.Column<int>(),
            aspect_name = t.Column<string>(),
            serial = t.Column<int>(),
            text = t.Column<string>(),
            unit_id = t.Column<long>(),
            due_on = t.Column<DateOnly>(nullable: true),
            state = t.Column<int>(),
            done_on = t.Column<DateOnly>(nullable: true),
            result = t.Column<string>(nullable: true),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_plan_task", x => x.id));
        migrationBuilder.CreateIndex("ux_plan_task", "plan_task", ["plan_id", "serial"], unique: true);
    }
}
