using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>Which files belong to which step. Their bytes lie outside of the database.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0008_Files")]
internal sealed class M0008_Files : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("attachment", t => new
        {
            id = t.Column<long>(),
            token = t.Column<string>(),
            owner = t.Column<int>(),
            owner_id = t.Column<long>(),
            step_id = t.Column<long>(nullable: true),
            kind = t.Column<int>(),
            digest = t.Column<string>(),
            small_digest = t.Column<string>(nullable: true),
            size = t.Column<int>(),
            width = t.Column<int>(),
            height = t.Column<int>(),
            at = t.Column<long>(),
            is_public = t.Column<bool>(),
            removed_at = t.Column<long>(nullable: true),
            removed_by_id = t.Column<long>(nullable: true),
            removed_for = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_attachment", x => x.id));
        migrationBuilder.CreateIndex("ux_attachment_token", "attachment", "token", unique: true);
        migrationBuilder.CreateIndex("ix_attachment_owner", "attachment", ["owner_id", "id"]);
        migrationBuilder.CreateIndex("ix_attachment_digest", "attachment", "digest");
        migrationBuilder.CreateIndex("ix_attachment_small", "attachment", "small_digest", filter: "small_digest IS NOT NULL");
    }
}
