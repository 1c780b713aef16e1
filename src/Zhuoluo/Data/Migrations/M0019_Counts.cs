using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhuoluo.Data.Migrations;

/// <summary>
/// Counts whose cost does not grow with the matters: tallies that are found by their key alone, how matters stood to their limits and what units
/// held in them, and small indexes over the few records for which a count is still read from records.
/// </summary>
[DbContext(typeof(ZhuoluoContext))]
[Migration("0019_Counts")]
internal sealed class M0019_Counts : Migration
{
    // Handle and redo (ClockStage); lead (HoldingPart); returned (HoldingEnd).
    private const string Met = "c.matter_id = tally_mark.matter_id AND c.stage IN (2, 4) AND c.stopped_at IS NOT NULL";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Indexes(migrationBuilder);
        Tables(migrationBuilder);
        Count(migrationBuilder);
    }

    private static void Indexes(MigrationBuilder migrationBuilder)
    {
        // Everything that a light and a count ask of an open matter, so that no row is looked at.
        migrationBuilder.DropIndex("ix_matter_due", "matter");
        migrationBuilder.CreateIndex("ix_matter_due", "matter", ["due_at", "id", "state", "is_paused", "is_confidential", "lead_unit_id", "is_open"], filter: "is_open");
        migrationBuilder.CreateIndex("ix_matter_unit_due", "matter", ["lead_unit_id", "due_at", "near_at", "state", "is_paused", "is_confidential", "is_open"], filter: "is_open AND lead_unit_id IS NOT NULL");
        migrationBuilder.CreateIndex("ix_matter_confidential", "matter", ["lead_unit_id", "state", "id"], filter: "is_confidential");
        migrationBuilder.CreateIndex("ix_matter_grade", "matter", ["grade", "id", "is_confidential"], filter: "grade > 0");
        migrationBuilder.CreateIndex("ix_matter_urgent", "matter", ["state", "id", "is_confidential"], filter: "urgency = 2");
        migrationBuilder.CreateIndex("ix_matter_escalation", "matter", ["is_open", "is_confidential", "is_window_escalation", "id"], filter: "is_window_escalation");
        migrationBuilder.CreateIndex("ix_proposal_open", "proposal", ["kind", "matter_id"], filter: "decided_at IS NULL");
        migrationBuilder.CreateIndex("ix_clock_running", "clock", ["due_at", "stage", "matter_id"], filter: "stopped_at IS NULL");
    }

    private static void Tables(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("standing", "tally_mark", defaultValue: 0);
        migrationBuilder.CreateTable("held_mark", t => new
        {
            matter_id = t.Column<long>(),
            unit_id = t.Column<long>(),
            year = t.Column<int>(),
            ended = t.Column<long>(),
            returned = t.Column<long>(),
            microseconds = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_held_mark", x => new { x.matter_id, x.unit_id }));
        if (migrationBuilder.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            // Rows lie in the order of their key, so that a sum reads nothing else.
            migrationBuilder.Sql("""
                CREATE TABLE tally_by_key ("by" INTEGER NOT NULL, "key" TEXT NOT NULL, drive_id INTEGER NOT NULL, month INTEGER NOT NULL, state INTEGER NOT NULL, outcome INTEGER NOT NULL, "count" INTEGER NOT NULL,
                    PRIMARY KEY ("by", "key", month, state, outcome, drive_id)) WITHOUT ROWID;
                INSERT INTO tally_by_key ("by", "key", drive_id, month, state, outcome, "count") SELECT "by", "key", drive_id, month, state, outcome, "count" FROM tally;
                DROP TABLE tally;
                ALTER TABLE tally_by_key RENAME TO tally;
                """);
        }
        else
        {
            migrationBuilder.DropPrimaryKey("pk_tally", "tally");
            migrationBuilder.AddPrimaryKey("pk_tally", "tally", ["by", "key", "month", "state", "outcome", "drive_id"]);
        }
    }

    // From the marks, not from the matters: what the tallies have not read yet they add themselves.
    private static void Count(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql($"""
            UPDATE tally_mark SET standing = CASE WHEN EXISTS (SELECT 1 FROM clock c WHERE {Met} AND c.stopped_at > c.due_at) THEN 2 ELSE 1 END
            WHERE EXISTS (SELECT 1 FROM clock c WHERE {Met})
                AND EXISTS (SELECT 1 FROM clock c JOIN matter m ON m.id = c.matter_id WHERE c.matter_id = tally_mark.matter_id AND c.start_at <= m.registered_at);
            INSERT INTO held_mark (matter_id, unit_id, year, ended, returned, microseconds)
            SELECT m.id, h.unit_id, k.month / 100, COUNT(*), SUM(CASE WHEN h."end" = 1 THEN 1 ELSE 0 END), SUM(h."to" - h."from")
            FROM tally_mark k JOIN matter m ON m.id = k.matter_id JOIN holding h ON h.matter_id = m.id
            WHERE h.part = 1 AND h."to" IS NOT NULL AND k.town_code <> '' AND EXISTS (SELECT 1 FROM clock c WHERE c.matter_id = m.id AND c.start_at <= m.registered_at)
            GROUP BY m.id, h.unit_id, k.month / 100;
            """);
        foreach (var (by, month) in new[] { (9, "month / 100 * 100"), (10, "0") })
        {
            migrationBuilder.Sql($"""
                INSERT INTO tally ("by", "key", drive_id, month, state, outcome, "count")
                SELECT {by}, CAST(unit_id AS text) || '/' || CAST(standing AS text), 0, {month}, state, 0, COUNT(*) FROM tally_mark WHERE town_code <> '' AND unit_id <> 0 GROUP BY 2, 4, 5;
                """);
        }
        foreach (var (by, amount) in new[] { (11, "ended"), (12, "returned"), (13, "microseconds") })
        {
            foreach (var month in new[] { "year * 100", "0" })
            {
                migrationBuilder.Sql($"""
                    INSERT INTO tally ("by", "key", drive_id, month, state, outcome, "count")
                    SELECT {by}, CAST(unit_id AS text), 0, {month}, 0, 0, SUM({amount}) FROM held_mark GROUP BY 2, 4;
                    """);
            }
        }
    }
}
