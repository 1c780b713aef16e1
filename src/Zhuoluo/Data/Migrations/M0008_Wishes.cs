using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

[DbContext(typeof(ZhuoluoContext))]
[Migration("0008_Wishes")]
internal sealed class M0008_Wishes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("wish", t => new
        {
            id = t.Column<long>(),
            number = t.Column<string>(),
            kind = t.Column<int>(),
            state = t.Column<int>(),
            town_code = t.Column<string>(),
            text = t.Column<string>(),
            shown_text = t.Column<string>(nullable: true),
            key_id = t.Column<long>(),
            @sealed = t.Column<byte[]>(nullable: true),
            office_id = t.Column<long>(nullable: true),
            raised_at = t.Column<long>(),
            shown_at = t.Column<long>(nullable: true),
            claimant = t.Column<int>(),
            claim_unit_id = t.Column<long>(nullable: true),
            claim_branch = t.Column<string>(nullable: true),
            claim_sealed = t.Column<byte[]>(nullable: true),
            claim_key_id = t.Column<long>(nullable: true),
            claimed_at = t.Column<long>(nullable: true),
            due_at = t.Column<long>(nullable: true),
            fulfilled_at = t.Column<long>(nullable: true),
            confirmed_at = t.Column<long>(nullable: true),
            is_confirmed_by_requester = t.Column<bool>(),
            thanks = t.Column<string>(nullable: true),
            version = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("pk_wish", x => x.id));
        migrationBuilder.CreateTable("wish_step", t => new
        {
            id = t.Column<long>(),
            wish_id = t.Column<long>(),
            verb = t.Column<int>(),
            at = t.Column<long>(),
            actor_kind = t.Column<int>(),
            person_id = t.Column<long>(nullable: true),
            person_name = t.Column<string>(),
            office_id = t.Column<long>(nullable: true),
            note = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_wish_step", x => x.id));
        migrationBuilder.CreateIndex("ux_wish_number", "wish", "number", unique: true);
        migrationBuilder.CreateIndex("ix_wish_state", "wish", ["state", "id"]);
        migrationBuilder.CreateIndex("ix_wish_due", "wish", "due_at", filter: "due_at IS NOT NULL");
        migrationBuilder.CreateIndex("ix_wish_step_wish", "wish_step", ["wish_id", "id"]);
    }
}
