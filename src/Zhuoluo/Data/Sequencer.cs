using Zhuoluo.Data.Log;
using Zhuoluo.Foundation;
using Zhuoluo.Ledger;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Data;

/// <summary>
/// Gives durable entries their final index, without gaps, and grows the tree over them, whichever node runs it: one transaction locks the head,
/// takes a batch, writes entries and full tiles, and moves the head (ledger.md section 8).
/// </summary>
internal sealed class Sequencer(Writer writer, ActFactory acts, DatabaseOptions options, LogOptions log, LogState state, SignedMark mark, DatabaseLog database) : IDisposable
{
    private const int LargestBatch = 1000;
    private readonly SemaphoreSlim _one = new(1, 1);
    private Edge? _edge;

    /// <summary>Moves one batch; the number moved, 0 when there was nothing or another node holds the head.</summary>
    public Task<int> TurnAsync(CancellationToken cancel) => TurnAsync(LargestBatch, cancel);

    /// <summary>The same with batches of at most so many.</summary>
    public async Task<int> TurnAsync(int most, CancellationToken cancel)
    {
        if (state.Alarm is not null)
        {
            return 0;
        }
        await _one.WaitAsync(cancel);
        try
        {
            var act = acts.New(Actor.Job("sequencer"), Door.Job);
            var known = Interlocked.Exchange(ref _edge, null);
            var outcome = await writer.WriteAsync(act, work => MoveAsync(work, known, most, cancel), cancel);
            // The commit is known: from here on what is held is what is durable.
            return outcome.Match(
                moved =>
                {
                    _edge = moved.Edge;
                    return moved.Count;
                },
                _ => 0);
        }
        catch (LedgerStopException stop)
        {
            state.Raise(stop.Message);
            return 0;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Outcome<Moved>> MoveAsync(Work work, Edge? known, int most, CancellationToken cancel)
    {
        // The row is the lock, and a node that does not get it has nothing to do.
        var rows = await work.ReadAsync(
            options.IsPostgreSql ? "SELECT size, year, root FROM ledger_head WHERE id = 1 FOR UPDATE SKIP LOCKED" : "SELECT size, year, root FROM ledger_head WHERE id = 1",
            r => new Head(r.Long(0), (int)r.Long(1), r.Bytes(2) is { Length: TreeHash.Length } root ? new TreeHash(root) : TreeHash.Empty), cancel);
        if (rows is not [var head] || await work.AskAsync("SELECT 1 FROM ledger_pending LIMIT 1", cancel) is null)
        {
            return new Moved(0, known);
        }
        var year = LocalDay.Of(work.Act.At).Year;
        var growth = head.Year == 0
            ? await TreeGrowth.FirstAsync(work, head, year, log.Origin ?? $"zhuoluo-{Convert.ToHexStringLower(work.Act.Chance.Bytes(6))}", cancel)
            : await TreeGrowth.OfAsync(work, head, known, database, known is null ? mark : null, cancel);
        // A clock that was set back turns no year.
        if (year > growth.Shard.Year && growth.Edge.Size > 0)
        {
            await growth.TurnYearAsync(year, cancel);
        }
        var bodies = options.IsPostgreSql ? await MoveOnPostgresAsync(work, growth.Size, most, cancel) : await MoveOnSqliteAsync(work, growth.Size, most, cancel);
        growth.Grow(bodies);
        await growth.EndAsync(cancel);
        return new Moved(bodies.Count, new Edge(growth.Shard.Year, growth.Edge));
    }

    // SQLite has one writer, so that nothing comes in between the two statements.
    private static async Task<List<byte[]>> MoveOnSqliteAsync(Work work, long size, int most, CancellationToken cancel)
    {
        var moved = await work.ReadAsync(
            """
            INSERT INTO ledger_entry (idx, event_id, body, kind, subject_kind, subject_id)
            SELECT $1 + ROW_NUMBER() OVER (ORDER BY id) - 1, event_id, body, kind, subject_kind, subject_id
            FROM (SELECT * FROM ledger_pending ORDER BY id LIMIT $2)
            RETURNING idx, body
            """, r => (Idx: r.Long(0), Body: r.Bytes(1)), cancel, size, most);
        await work.RunAsync("DELETE FROM ledger_pending WHERE id IN (SELECT id FROM ledger_pending ORDER BY id LIMIT $1)", cancel, most);
        return [.. moved.OrderBy(m => m.Idx).Select(m => m.Body)];
    }

    // Another node may make an entry with a lower id visible at any time: what is deleted is what is moved, by one statement.
    private static async Task<List<byte[]>> MoveOnPostgresAsync(Work work, long size, int most, CancellationToken cancel)
    {
        var moved = await work.ReadAsync(
            """
            WITH moved AS (
              DELETE FROM ledger_pending WHERE id IN (SELECT id FROM ledger_pending ORDER BY id LIMIT $2)
              RETURNING id, event_id, body, kind, subject_kind, subject_id)
            INSERT INTO ledger_entry (idx, event_id, body, kind, subject_kind, subject_id)
            SELECT $1 + ROW_NUMBER() OVER (ORDER BY id) - 1, event_id, body, kind, subject_kind, subject_id FROM moved
            RETURNING idx, body
            """, r => (Idx: r.Long(0), Body: r.Bytes(1)), cancel, size, most);
        return [.. moved.OrderBy(m => m.Idx).Select(m => m.Body)];
    }

    private sealed record Moved(int Count, Edge? Edge);
}
