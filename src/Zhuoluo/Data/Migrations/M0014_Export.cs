using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>Which request a once key belongs to; exports that are made in the background, and how far a move into this house came.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0014_Export")]
internal sealed class M0014_Export : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<byte[]>("print", "once_key", nullable: true);

        migrationBuilder.CreateTable("export_run", t => new
        {
            id = t.Column<long>(),
            content = t.Column<int>(),
            format = t.Column<int>(),
            state = t.Column<int>(),
            started_at = t.Column<long>(),
            ended_at = t.Column<long>(nullable: true),
            expires_at = t.Column<long>(nullable: true),
            office = t.Column<string>(),
            person_id = t.Column<long>(nullable: true),
            person_name = t.Column<string>(),
            reason = t.Column<string>(nullable: true),
            rows_written = t.Column<long>(),
            rows_total = t.Column<long>(nullable: true),
            bytes = t.Column<long>(),
            is_stop_asked = t.Column<bool>(),
            fault = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_export_run", x => x.id));
        migrationBuilder.CreateIndex("ix_export_run_state", "export_run", ["state", "id"]);

        migrationBuilder.CreateTable("move_in", t => new
        {
            digest = t.Column<byte[]>(),
            table_number = t.Column<int>(),
            rows_in = t.Column<long>(),
            total = t.Column<long>(),
            begun_at = t.Column<long>(),
            ended_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_move_in", x => x.digest));
    }
}
