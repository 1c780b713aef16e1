using Zhuoluo.Foundation;

namespace Zhuoluo.Data;

/// <summary>Gives durable entries their final index, without gaps, whichever node runs it. Rows are moved by the database; their bytes never come here.</summary>
internal sealed class Sequencer(Writer writer, ActFactory acts, DatabaseOptions options)
{
    private const int LargestBatch = 1000;

    /// <summary>Moves one batch; the number moved, 0 when there was nothing or another node holds the head.</summary>
    public async Task<int> TurnAsync(CancellationToken cancel)
    {
        var act = acts.New(Actor.Job("sequencer"), Door.Job);
        var outcome = await writer.WriteAsync<int>(
            act, async work => options.IsPostgreSql ? await MoveOnPostgresAsync(work, cancel) : await MoveOnSqliteAsync(work, cancel), cancel);
        return outcome.Match(moved => moved, _ => 0);
    }

    // SQLite has one writer, so that nothing comes in between the two statements.
    private static async Task<int> MoveOnSqliteAsync(Work work, CancellationToken cancel)
    {
        var moved = await work.RunAsync(
            """
            INSERT INTO ledger_entry (idx, event_id, body, kind, subject_kind, subject_id)
            SELECT (SELECT size FROM ledger_head WHERE id = 1) + ROW_NUMBER() OVER (ORDER BY id) - 1, event_id, body, kind, subject_kind, subject_id
            FROM (SELECT * FROM ledger_pending ORDER BY id LIMIT $1)
            """, cancel, LargestBatch);
        if (moved > 0)
        {
            await work.RunAsync("DELETE FROM ledger_pending WHERE id IN (SELECT id FROM ledger_pending ORDER BY id LIMIT $1)", cancel, LargestBatch);
            await work.RunAsync("UPDATE ledger_head SET size = size + $1 WHERE id = 1", cancel, moved);
        }
        return moved;
    }

    // The row of the head is the lock, and a node that does not get it has nothing to do (ledger.md section 1). Another node may make an
    // entry with a lower id visible at any time: what is deleted is what is moved, by one statement.
    private static async Task<int> MoveOnPostgresAsync(Work work, CancellationToken cancel)
    {
        if (await work.AskAsync("SELECT size FROM ledger_head WHERE id = 1 FOR UPDATE SKIP LOCKED", cancel) is not { } size)
        {
            return 0;
        }
        var moved = await work.RunAsync(
            """
            WITH moved AS (
              DELETE FROM ledger_pending WHERE id IN (SELECT id FROM ledger_pending ORDER BY id LIMIT $1)
              RETURNING id, event_id, body, kind, subject_kind, subject_id)
            INSERT INTO ledger_entry (idx, event_id, body, kind, subject_kind, subject_id)
            SELECT $2 + ROW_NUMBER() OVER (ORDER BY id) - 1, event_id, body, kind, subject_kind, subject_id FROM moved
            """, cancel, LargestBatch, size);
        if (moved > 0)
        {
            await work.RunAsync("UPDATE ledger_head SET size = size + $1 WHERE id = 1", cancel, (long)moved);
        }
        return moved;
    }
}
