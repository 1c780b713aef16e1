using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>How requesters hear of their matters, what they are to be told, and what supervisors should look at.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0018_Telling")]
internal sealed class M0018_Telling : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("requester_way", t => new
        {
            matter_id = t.Column<long>(),
            by_mail = t.Column<bool>(),
            by_sms = t.Column<bool>(),
            with_code = t.Column<bool>(),
            from_at = t.Column<long>(),
            language_code = t.Column<string>(),
            stopped_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_requester_way", x => x.matter_id));

        migrationBuilder.CreateTable("requester_message", t => new
        {
            id = t.Column<long>(),
            matter_id = t.Column<long>(),
            way = t.Column<int>(),
            occasion = t.Column<int>(),
            round = t.Column<int>(),
            mark = t.Column<string>(),
            made_at = t.Column<long>(),
            next_at = t.Column<long>(),
            tries = t.Column<int>(),
            sent_at = t.Column<long>(nullable: true),
            dropped_at = t.Column<long>(nullable: true),
            fault = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_requester_message", x => x.id));
        migrationBuilder.CreateIndex("ux_requester_message_mark", "requester_message", ["matter_id", "mark"], unique: true);
        migrationBuilder.CreateIndex("ix_requester_message_due", "requester_message", "next_at", filter: "sent_at IS NULL AND dropped_at IS NULL");

        migrationBuilder.CreateTable("alarm_notice", t => new
        {
            id = t.Column<long>(),
            kind = t.Column<int>(),
            subject_id = t.Column<long>(),
            matter_id = t.Column<long>(nullable: true),
            caused_by_id = t.Column<long>(nullable: true),
            at = t.Column<long>(),
            mark = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_alarm_notice", x => x.id));
        migrationBuilder.CreateIndex("ux_alarm_notice_mark", "alarm_notice", "mark", unique: true);
    }
}
