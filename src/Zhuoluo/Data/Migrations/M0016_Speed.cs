using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>The entries of one matter are counted on its page: without this index by reading the whole ledger.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0016_Speed")]
internal sealed class M0016_Speed : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateIndex("ix_ledger_entry_subject", "ledger_entry", ["subject_id", "subject_kind"]);
}
