using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

[DbContext(typeof(ZhuoluoContext))]
[Migration("0006_Exchange")]
internal sealed class M0006_Exchange : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("import_run", t => new
        {
            id = t.Column<long>(),
            kind = t.Column<string>(nullable: true),
            allowed = t.Column<string>(),
            digest = t.Column<byte[]>(),
            name = t.Column<string>(),
            place_code = t.Column<string>(),
            as_of = t.Column<DateOnly>(nullable: true),
            mapping = t.Column<string>(nullable: true),
            state = t.Column<int>(),
            started_at = t.Column<long>(),
            ended_at = t.Column<long>(nullable: true),
            office = t.Column<string>(),
            person_id = t.Column<long>(nullable: true),
            person_name = t.Column<string>(),
            rows_read = t.Column<int>(),
            rows_total = t.Column<int>(nullable: true),
            imported = t.Column<int>(),
            duplicates = t.Column<int>(),
            refused = t.Column<int>(),
            last_sheet = t.Column<string>(nullable: true),
            last_row = t.Column<int>(),
            is_stop_asked = t.Column<bool>(),
            fault = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_import_run", x => x.id));
        migrationBuilder.CreateIndex("ix_import_run_digest", "import_run", ["digest", "id"]);
        migrationBuilder.CreateIndex("ix_import_run_state", "import_run", ["state", "id"]);

        migrationBuilder.CreateTable("import_row", t => new
        {
            digest = t.Column<byte[]>(),
            run_id = t.Column<long>(),
            record_id = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_import_row", x => x.digest));
        migrationBuilder.CreateIndex("ix_import_row_run", "import_row", "run_id");

        migrationBuilder.CreateTable("import_refusal", t => new
        {
            id = t.Column<long>(),
            run_id = t.Column<long>(),
            sheet = t.Column<string>(),
            row = t.Column<int>(),
            line = t.Column<int>(),
            cell = t.Column<string>(nullable: true),
            field = t.Column<string>(nullable: true),
            reason = t.Column<string>(),
            suggestion = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_import_refusal", x => x.id));
        migrationBuilder.CreateIndex("ix_import_refusal_run", "import_refusal", ["run_id", "id"]);

        migrationBuilder.CreateTable("import_mapping", t => new
        {
            office = t.Column<string>(),
            kind = t.Column<string>(),
            mapping = t.Column<string>(),
            saved_at = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_import_mapping", x => new { x.office, x.kind }));
    }
}
