using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

[DbContext(typeof(ZhuoluoContext))]
[Migration("0002_Organisation")]
internal sealed class M0002_Organisation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("place", t => new
        {
            code = t.Column<string>(),
            name = t.Column<string>(),
            kind = t.Column<int>(),
            parent_code = t.Column<string>(nullable: true),
            valid_from = t.Column<DateOnly>(),
            valid_to = t.Column<DateOnly>(nullable: true),
            successor_code = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_place", x => x.code));

        migrationBuilder.CreateTable("place_alias", t => new
        {
            place_code = t.Column<string>(),
            name = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_place_alias", x => new { x.place_code, x.name }));

        migrationBuilder.CreateTable("unit", t => new
        {
            id = t.Column<long>(),
            code = t.Column<string>(),
            name = t.Column<string>(),
            kind = t.Column<int>(),
            parent_id = t.Column<long>(nullable: true),
            path = t.Column<string>(),
            place_code = t.Column<string>(nullable: true),
            room = t.Column<string>(nullable: true),
            valid_from = t.Column<DateOnly>(),
            valid_to = t.Column<DateOnly>(nullable: true),
            changed_at = t.Column<long>(),
            changed_by = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_unit", x => x.id));
        migrationBuilder.CreateIndex("ux_unit_code", "unit", "code", unique: true);

        migrationBuilder.CreateTable("unit_alias", t => new
        {
            unit_id = t.Column<long>(),
            name = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_unit_alias", x => new { x.unit_id, x.name }));

        CreatePeople(migrationBuilder);

        migrationBuilder.CreateTable("organisation_version", t => new
        {
            id = t.Column<int>(),
            number = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_organisation_version", x => x.id));
        migrationBuilder.Sql("INSERT INTO organisation_version (id, number) VALUES (1, 0)");

        migrationBuilder.CreateTable("first_run_code", t => new
        {
            id = t.Column<int>(),
            hash = t.Column<byte[]>(),
            made_at = t.Column<long>(),
            used_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_first_run_code", x => x.id));

        migrationBuilder.CreateTable("sign_in_miss", t => new
        {
            id = t.Column<int>(),
            count = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_sign_in_miss", x => x.id));
        migrationBuilder.Sql("INSERT INTO sign_in_miss (id, count) VALUES (1, 0)");
    }

    private static void CreatePeople(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("person", t => new
        {
            id = t.Column<long>(),
            name = t.Column<string>(),
            login_name = t.Column<string>(),
            password_hash = t.Column<string>(),
            must_change_password = t.Column<bool>(),
            failed_count = t.Column<int>(),
            locked_until = t.Column<long>(nullable: true),
            security_stamp = t.Column<string>(),
            is_active = t.Column<bool>(),
            phone_key_id = t.Column<long>(nullable: true),
            phone_sealed = t.Column<byte[]>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_person", x => x.id));
        migrationBuilder.CreateIndex("ux_person_login_name", "person", "login_name", unique: true);

        migrationBuilder.CreateTable("role_assignment", t => new
        {
            id = t.Column<long>(),
            person_id = t.Column<long>(),
            role = t.Column<int>(),
            unit_id = t.Column<long>(),
            from = t.Column<DateOnly>(),
            to = t.Column<DateOnly>(nullable: true),
            kind = t.Column<int>(),
            home_unit_id = t.Column<long>(nullable: true),
            ended_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_role_assignment", x => x.id));
        migrationBuilder.CreateIndex("ix_role_assignment_person", "role_assignment", "person_id");
        migrationBuilder.CreateIndex("ix_role_assignment_unit", "role_assignment", "unit_id");

        migrationBuilder.CreateTable("seat", t => new
        {
            id = t.Column<long>(),
            unit_id = t.Column<long>(),
            name = t.Column<string>(),
            post = t.Column<string>(),
            rank = t.Column<int>(),
            from = t.Column<DateOnly>(),
            to = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_seat", x => x.id));
        migrationBuilder.CreateIndex("ix_seat_unit", "seat", "unit_id");
    }
}
