using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>What the public lists are read by: the few released texts, and matters by the day they were raised.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0007_Disclosure")]
internal sealed class M0007_Disclosure : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("ix_publication_state", "publication", ["state", "checked_at"]);
        migrationBuilder.CreateIndex("ix_matter_public", "matter", "id", filter: "is_public");
        migrationBuilder.CreateIndex("ix_matter_opened", "matter", ["opened_on", "id"]);
    }
}
