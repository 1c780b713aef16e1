using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>Personal and service tokens; programs stand among the people, so that roles, terms and entries are theirs too.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0012_Tokens")]
internal sealed class M0012_Tokens : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("is_program", "person", nullable: false, defaultValue: false);

        migrationBuilder.CreateTable("access_token", t => new
        {
            id = t.Column<long>(),
            person_id = t.Column<long>(),
            name = t.Column<string>(),
            hash = t.Column<byte[]>(),
            scopes = t.Column<long>(),
            made_at = t.Column<long>(),
            expires_on = t.Column<DateOnly>(),
            last_used_on = t.Column<DateOnly>(nullable: true),
            revoked_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_access_token", x => x.id));
        migrationBuilder.CreateIndex("ux_access_token_hash", "access_token", "hash", unique: true);
        migrationBuilder.CreateIndex("ix_access_token_person", "access_token", "person_id");
    }
}
