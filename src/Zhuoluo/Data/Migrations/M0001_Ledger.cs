using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

[DbContext(typeof(ZhuoluoContext))]
[Migration("0001_Ledger")]
internal sealed class M0001_Ledger : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("ledger_pending", t => new
        {
            id = t.Column<long>(),
            event_id = t.Column<byte[]>(),
            body = t.Column<byte[]>(),
            kind = t.Column<string>(),
            subject_kind = t.Column<string>(),
            subject_id = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_ledger_pending", x => x.id));

        migrationBuilder.CreateTable("ledger_entry", t => new
        {
            idx = t.Column<long>(),
            event_id = t.Column<byte[]>(),
            body = t.Column<byte[]>(),
            kind = t.Column<string>(),
            subject_kind = t.Column<string>(),
            subject_id = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_ledger_entry", x => x.idx));
        migrationBuilder.CreateIndex("ux_ledger_entry_event", "ledger_entry", "event_id", unique: true);

        migrationBuilder.CreateTable("ledger_head", t => new
        {
            id = t.Column<int>(),
            size = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_ledger_head", x => x.id));
        migrationBuilder.Sql("INSERT INTO ledger_head (id, size) VALUES (1, 0)");

        migrationBuilder.CreateTable("ledger_opening", t => new
        {
            event_id = t.Column<byte[]>(),
            @class = t.Column<string>(),
            key_id = t.Column<long>(),
            @sealed = t.Column<byte[]>(),
        }, constraints: t => t.PrimaryKey("pk_ledger_opening", x => new { x.event_id, x.@class }));

        migrationBuilder.CreateTable("subject_key", t => new
        {
            id = t.Column<long>(),
            wrapped = t.Column<byte[]>(),
            legal_hold = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("pk_subject_key", x => x.id));

        migrationBuilder.CreateTable("follower_position", t => new
        {
            name = t.Column<string>(),
            next = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_follower_position", x => x.name));

        migrationBuilder.CreateTable("once_key", t => new
        {
            hash = t.Column<byte[]>(),
            result_id = t.Column<long>(),
            at = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_once_key", x => x.hash));
    }
}
