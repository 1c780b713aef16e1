using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>Results of a quarter or a year by unit, what is said of a unit and its answer, talks.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0023_Appraisal")]
internal sealed class M0023_Appraisal : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("appraisal_id", "beat", nullable: true);

        migrationBuilder.CreateTable("appraisal", t => new
        {
            id = t.Column<long>(),
            kind = t.Column<int>(),
            office_id = t.Column<long>(),
            title = t.Column<string>(),
            from = t.Column<DateOnly>(),
            to = t.Column<DateOnly>(),
            as_of = t.Column<DateOnly>(),
            summary = t.Column<string>(nullable: true),
            drafted_by_id = t.Column<long>(nullable: true),
            drafted_by_name = t.Column<string>(),
            issued_on = t.Column<DateOnly>(nullable: true),
            issued_by_name = t.Column<string>(nullable: true),
            corrects_id = t.Column<long>(nullable: true),
            beat_id = t.Column<long>(nullable: true),
            changed_by_name = t.Column<string>(),
            changed_at = t.Column<long>(),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_appraisal", x => x.id));

        migrationBuilder.CreateTable("appraisal_line", t => new
        {
            appraisal_id = t.Column<long>(),
            unit_id = t.Column<long>(),
            measure = t.Column<int>(),
            part = t.Column<long>(),
            whole = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_appraisal_line", x => new { x.appraisal_id, x.unit_id, x.measure }));

        migrationBuilder.CreateTable("remark", t => new
        {
            id = t.Column<long>(),
            appraisal_id = t.Column<long>(),
            unit_id = t.Column<long>(),
            text = t.Column<string>(),
            answer = t.Column<string>(nullable: true),
            answered_on = t.Column<DateOnly>(nullable: true),
            answered_by_name = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_remark", x => x.id));
        migrationBuilder.CreateIndex("ux_remark", "remark", ["appraisal_id", "unit_id"], unique: true);

        migrationBuilder.CreateTable("talk", t => new
        {
            id = t.Column<long>(),
            meeting_id = t.Column<long>(),
            unit_id = t.Column<long>(),
            with_post = t.Column<string>(),
            by_post = t.Column<string>(),
            on = t.Column<DateOnly>(),
            reasons = t.Column<string>(),
            appraisal_id = t.Column<long>(nullable: true),
            recorded_by_name = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_talk", x => x.id));
        migrationBuilder.CreateIndex("ux_talk_meeting", "talk", "meeting_id", unique: true);
    }
}
