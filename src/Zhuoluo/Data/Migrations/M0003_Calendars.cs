using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

[DbContext(typeof(ZhuoluoContext))]
[Migration("0003_Calendars")]
internal sealed class M0003_Calendars : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("calendar_year", t => new
        {
            year = t.Column<int>(),
            imported_at = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_calendar_year", x => x.year));

        migrationBuilder.CreateTable("calendar_day", t => new
        {
            year = t.Column<int>(),
            day = t.Column<DateOnly>(),
            kind = t.Column<int>(),
            name = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_calendar_day", x => new { x.year, x.day }));

        migrationBuilder.CreateTable("deadline_profile", t => new
        {
            id = t.Column<long>(),
            code = t.Column<string>(),
            edition = t.Column<int>(),
            name = t.Column<string>(),
            source = t.Column<string>(),
            day_end = t.Column<int>(),
            changed_at = t.Column<long>(),
            changed_by = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_deadline_profile", x => x.id));
        migrationBuilder.CreateIndex("ux_deadline_profile_code", "deadline_profile", ["code", "edition"], unique: true);

        migrationBuilder.CreateTable("deadline_profile_row", t => new
        {
            edition_id = t.Column<long>(),
            kind = t.Column<string>(),
            urgency = t.Column<int>(),
            step = t.Column<int>(),
            number = t.Column<int>(),
            unit = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_deadline_profile_row", x => new { x.edition_id, x.kind, x.urgency, x.step }));

        migrationBuilder.CreateTable("calendar_version", t => new
        {
            id = t.Column<int>(),
            number = t.Column<long>(),
            recomputed_to = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_calendar_version", x => x.id));
        migrationBuilder.Sql("INSERT INTO calendar_version (id, number, recomputed_to) VALUES (1, 0, 0)");
    }
}
