using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>How people want to hear of notices, mails to be sent, and addresses of other programs that are told of events.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0013_Notices")]
internal sealed class M0013_Notices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("notice_choice", t => new
        {
            person_id = t.Column<long>(),
            read_to = t.Column<long>(),
            muted = t.Column<long>(),
            at_once = t.Column<long>(),
            daily = t.Column<long>(),
            quiet_from = t.Column<int>(),
            quiet_to = t.Column<int>(),
            daily_hour = t.Column<int>(),
            daily_to = t.Column<long>(),
            daily_on = t.Column<DateOnly>(nullable: true),
            key_id = t.Column<long>(nullable: true),
            address_sealed = t.Column<byte[]>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_notice_choice", x => x.person_id));

        migrationBuilder.CreateTable("outgoing_mail", t => new
        {
            id = t.Column<long>(),
            person_id = t.Column<long>(),
            from_notice_id = t.Column<long>(),
            to_notice_id = t.Column<long>(),
            is_daily = t.Column<bool>(),
            mark = t.Column<string>(),
            made_at = t.Column<long>(),
            next_at = t.Column<long>(),
            tries = t.Column<int>(),
            sent_at = t.Column<long>(nullable: true),
            dropped_at = t.Column<long>(nullable: true),
            fault = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_outgoing_mail", x => x.id));
        migrationBuilder.CreateIndex("ux_outgoing_mail_mark", "outgoing_mail", "mark", unique: true);
        migrationBuilder.CreateIndex("ix_outgoing_mail_due", "outgoing_mail", "next_at", filter: "sent_at IS NULL AND dropped_at IS NULL");

        migrationBuilder.CreateTable("webhook", t => new
        {
            id = t.Column<long>(),
            name = t.Column<string>(),
            url = t.Column<string>(),
            key_id = t.Column<long>(),
            secret_sealed = t.Column<byte[]>(),
            kinds = t.Column<string>(),
            made_at = t.Column<long>(),
            failures = t.Column<int>(),
            stopped_at = t.Column<long>(nullable: true),
            removed_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_webhook", x => x.id));

        migrationBuilder.CreateTable("webhook_delivery", t => new
        {
            id = t.Column<long>(),
            webhook_id = t.Column<long>(),
            idx = t.Column<long>(),
            kind = t.Column<string>(),
            number = t.Column<string>(),
            at = t.Column<long>(),
            made_at = t.Column<long>(),
            next_at = t.Column<long>(),
            tries = t.Column<int>(),
            status = t.Column<int>(nullable: true),
            fault = t.Column<string>(nullable: true),
            done_at = t.Column<long>(nullable: true),
            dropped_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_webhook_delivery", x => x.id));
        migrationBuilder.CreateIndex("ux_webhook_delivery_entry", "webhook_delivery", ["webhook_id", "idx"], unique: true);
        migrationBuilder.CreateIndex("ix_webhook_delivery_due", "webhook_delivery", "next_at", filter: "done_at IS NULL AND dropped_at IS NULL");
    }
}
