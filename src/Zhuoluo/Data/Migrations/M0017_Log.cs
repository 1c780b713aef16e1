using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>The tree over the entries: years, full tiles, published checkpoints, keys (ledger.md section 6). The first turn of the sequencer builds it over what is there.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0017_Log")]
internal sealed class M0017_Log : Migration
{
    // What is evidence is never changed or taken away, also not by mistake in a console.
    private static readonly string[] _kept = ["ledger_entry", "ledger_tile", "ledger_checkpoint"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("year", "ledger_head", defaultValue: 0);
        migrationBuilder.AddColumn<byte[]>("root", "ledger_head", defaultValue: Array.Empty<byte>());
        migrationBuilder.CreateTable("ledger_shard", t => new
        {
            year = t.Column<int>(),
            origin = t.Column<string>(),
            first = t.Column<long>(),
            size = t.Column<long>(nullable: true),
            root = t.Column<byte[]>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_ledger_shard", x => x.year));
        migrationBuilder.CreateTable("ledger_tile", t => new
        {
            year = t.Column<int>(),
            level = t.Column<int>(),
            n = t.Column<long>(),
            data = t.Column<byte[]>(),
        }, constraints: t => t.PrimaryKey("pk_ledger_tile", x => new { x.year, x.level, x.n }));
        migrationBuilder.CreateTable("ledger_checkpoint", t => new
        {
            year = t.Column<int>(),
            size = t.Column<long>(),
            note = t.Column<string>(),
            at = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_ledger_checkpoint", x => new { x.year, x.size }));
        migrationBuilder.CreateTable("ledger_cosignature", t => new
        {
            year = t.Column<int>(),
            size = t.Column<long>(),
            witness = t.Column<string>(),
            line = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_ledger_cosignature", x => new { x.year, x.size, x.witness }));
        migrationBuilder.CreateTable("ledger_key", t => new
        {
            year = t.Column<int>(),
            vkey = t.Column<string>(),
            since = t.Column<long>(),
            until = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_ledger_key", x => new { x.year, x.vkey }));
        if (migrationBuilder.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            OnSqlite(migrationBuilder);
        }
        else
        {
            OnPostgres(migrationBuilder);
        }
    }

    private static void OnSqlite(MigrationBuilder migrationBuilder)
    {
        foreach (var table in _kept)
        {
            foreach (var verb in new[] { "UPDATE", "DELETE" })
            {
                migrationBuilder.Sql($"CREATE TRIGGER {table}_no_{verb.ToLowerInvariant()} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append only'); END");
            }
        }
    }

    private static void OnPostgres(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append only', TG_TABLE_NAME; END $$");
        foreach (var table in _kept)
        {
            migrationBuilder.Sql($"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION ledger_append_only()");
            migrationBuilder.Sql($"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only()");
        }
    }
}
