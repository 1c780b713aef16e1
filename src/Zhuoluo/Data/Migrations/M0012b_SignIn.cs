using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>Sessions, second factors, passkeys, identities elsewhere, and the rules about them.</summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0012b_SignIn")]
internal sealed class M0012b_SignIn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("password_set_on", "person", nullable: true);

        migrationBuilder.CreateTable("staff_session", t => new
        {
            id = t.Column<long>(),
            person_id = t.Column<long>(),
            way = t.Column<int>(),
            device = t.Column<string>(),
            network = t.Column<string>(),
            made_at = t.Column<long>(),
            seen_on = t.Column<DateOnly>(),
            ended_at = t.Column<long>(nullable: true),
            ended_turn = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_staff_session", x => x.id));
        migrationBuilder.CreateIndex("ix_staff_session_person", "staff_session", ["person_id", "id"]);
        migrationBuilder.CreateIndex("ix_staff_session_ended", "staff_session", "ended_turn", filter: "ended_turn IS NOT NULL");

        migrationBuilder.CreateTable("session_turn", t => new
        {
            id = t.Column<int>(),
            number = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_session_turn", x => x.id));
        migrationBuilder.Sql("INSERT INTO session_turn (id, number) VALUES (1, 0)");

        migrationBuilder.CreateTable("sign_in_rule", t => new
        {
            id = t.Column<int>(),
            second_factor_roles = t.Column<long>(),
            password_days = t.Column<int>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_sign_in_rule", x => x.id));
        migrationBuilder.Sql("INSERT INTO sign_in_rule (id, second_factor_roles, password_days) VALUES (1, 0, NULL)");

        CreateFactors(migrationBuilder);

        // Few entries are about people; the matters' entries are not in these.
        migrationBuilder.CreateIndex("ix_ledger_entry_person", "ledger_entry", ["subject_id", "idx"], filter: "subject_kind = 'person'");
        migrationBuilder.CreateIndex("ix_ledger_entry_people", "ledger_entry", "idx", filter: "subject_kind = 'person'");
    }

    private static void CreateFactors(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("authenticator", t => new
        {
            person_id = t.Column<long>(),
            key_id = t.Column<long>(),
            secret_sealed = t.Column<byte[]>(),
            made_at = t.Column<long>(),
            confirmed_at = t.Column<long>(nullable: true),
            last_step = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_authenticator", x => x.person_id));

        migrationBuilder.CreateTable("recovery_code", t => new
        {
            id = t.Column<long>(),
            person_id = t.Column<long>(),
            mark = t.Column<byte[]>(),
            used_at = t.Column<long>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_recovery_code", x => x.id));
        migrationBuilder.CreateIndex("ix_recovery_code_person", "recovery_code", "person_id");

        migrationBuilder.CreateTable("passkey", t => new
        {
            id = t.Column<long>(),
            person_id = t.Column<long>(),
            name = t.Column<string>(),
            credential_id = t.Column<byte[]>(),
            public_key = t.Column<byte[]>(),
            sign_count = t.Column<long>(),
            transports = t.Column<string>(),
            is_user_verified = t.Column<bool>(),
            is_backup_eligible = t.Column<bool>(),
            is_backed_up = t.Column<bool>(),
            attestation_object = t.Column<byte[]>(),
            client_data = t.Column<byte[]>(),
            made_at = t.Column<long>(),
            used_on = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_passkey", x => x.id));
        migrationBuilder.CreateIndex("ux_passkey_credential", "passkey", "credential_id", unique: true);
        migrationBuilder.CreateIndex("ix_passkey_person", "passkey", "person_id");

        migrationBuilder.CreateTable("external_identity", t => new
        {
            id = t.Column<long>(),
            person_id = t.Column<long>(),
            issuer = t.Column<string>(),
            subject = t.Column<string>(),
            made_at = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_external_identity", x => x.id));
        migrationBuilder.CreateIndex("ux_external_identity", "external_identity", ["issuer", "subject"], unique: true);
        migrationBuilder.CreateIndex("ix_external_identity_person", "external_identity", "person_id");
    }
}
