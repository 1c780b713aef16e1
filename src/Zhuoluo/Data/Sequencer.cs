using Microsoft.EntityFrameworkCore;
using Zhuoluo.Foundation;

namespace Zhuoluo.Data;

/// <summary>Gives durable entries their final index, without gaps, whichever node runs it.</summary>
internal sealed class Sequencer(Writer writer, ActFactory acts)
{
    private const int LargestBatch = 1000;

    /// <summary>Moves one batch; the number moved, 0 when there was nothing or another node holds the head.</summary>
    public async Task<int> TurnAsync(CancellationToken cancel)
    {
        var act = acts.New(Actor.Job("sequencer"), Door.Job);
        var outcome = await writer.WriteAsync(act, async work => await MoveAsync(work.Db, work, cancel), cancel);
        return outcome.Match(moved => moved, _ => 0);
    }

    private static async Task<Outcome<int>> MoveAsync(ZhuoluoContext db, Work work, CancellationToken cancel)
    {
        var head = await LockHeadAsync(db, cancel);
        if (head is null)
        {
            return 0;
        }
        var batch = await db.Set<PendingEntry>().AsNoTracking().OrderBy(p => p.Id).Take(LargestBatch).ToListAsync(cancel);
        if (batch.Count == 0)
        {
            return 0;
        }
        var entries = batch.Select((p, i) => new LedgerEntry
        {
            Idx = head.Size + i,
            EventId = p.EventId,
            Body = p.Body,
            Kind = p.Kind,
            SubjectKind = p.SubjectKind,
            SubjectId = p.SubjectId,
        }).ToList();
        await work.InsertManyAsync(entries, cancel);
        var ids = batch.ConvertAll(p => p.Id);
        await db.Set<PendingEntry>().Where(p => ids.Contains(p.Id)).ExecuteDeleteAsync(cancel);
        head.Size += batch.Count;
        return batch.Count;
    }

    // SQLite has one writer; on PostgreSQL the row is the lock, and a node that does not get it has nothing to do (ledger.md section 1).
    private static Task<LedgerHead?> LockHeadAsync(ZhuoluoContext db, CancellationToken cancel) =>
        db.Database.IsNpgsql()
            ? db.Set<LedgerHead>().FromSql($"SELECT * FROM ledger_head WHERE id = 1 FOR UPDATE SKIP LOCKED").AsTracking().FirstOrDefaultAsync(cancel)
            : db.Set<LedgerHead>().AsTracking().FirstOrDefaultAsync(h => h.Id == 1, cancel);
}
