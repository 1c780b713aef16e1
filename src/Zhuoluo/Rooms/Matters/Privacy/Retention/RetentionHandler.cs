using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Privacy.Retention;

/// <summary>
/// Three steps, of which no machine does the second: the job lists what is kept longer than the rules say, a person approves, the list is
/// worked off in batches. Each batch is one change; after a stop the next run goes on with what is not done.
/// </summary>
internal sealed class RetentionHandler(Writer writer, Eraser eraser, Sweeper sweeper)
{
    public const int MostProposed = 20_000;
    public const int Batch = 50;

    /// <summary>Zero where there is nothing to propose, or a list already waits.</summary>
    public Task<Outcome<int>> ProposeAsync(Act act, CancellationToken cancel) => writer.WriteAsync<int>(act, async work =>
    {
        var db = work.Db;
        if (await db.Set<RetentionRun>().AnyAsync(r => r.State == RetentionState.Proposed || r.State == RetentionState.Approved, cancel))
        {
            return 0;
        }
        var today = LocalDay.Of(act.At);
        var id = act.NewId();
        var items = new List<RetentionItem>();
        foreach (var rule in RetentionRules.All)
        {
            var (last, kinds) = (rule.LastKept(today), rule.Kinds.ToList());
            var ids = await db.Set<Matter>().Where(m => !m.IsOpen && kinds.Contains(m.Kind) && m.ClosedOn != null && m.ClosedOn <= last
                    && !db.Set<Erasure>().Any(e => e.MatterId == m.Id) && !db.Set<LegalHold>().Any(h => h.MatterId == m.Id && h.ReleasedAt == null))
                .OrderBy(m => m.Id).Select(m => m.Id).Take(MostProposed - items.Count).ToListAsync(cancel);
            items.AddRange(ids.Select(m => new RetentionItem { RunId = id, MatterId = m, RuleCode = rule.Code }));
        }
        if (items.Count == 0)
        {
            return 0;
        }
        db.Add(new RetentionRun { Id = id, AsOf = today, ProposedAt = act.At, Matters = items.Count, State = RetentionState.Proposed });
        await work.InsertManyAsync(items, cancel);
        work.Record(new RetentionProposedV1(items.Count, today), new Subject("retention", id));
        return items.Count;
    }, cancel);

    public Task<Outcome<Done>> HandleAsync(DecideRetention command, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        if (!Permissions.May(act.Who, Capability.ManagePersonalData))
        {
            return new NotPermitted();
        }
        if (await work.Db.Set<RetentionRun>().SingleOrDefaultAsync(r => r.Id == command.RunId, cancel) is not { State: RetentionState.Proposed } run)
        {
            return new NothingToDecide();
        }
        (run.State, run.DecidedAt, run.DecidedByName, run.Note) = (command.IsApproved ? RetentionState.Approved : RetentionState.Refused, act.At, act.Who.Name, command.Note);
        work.Record(new RetentionDecidedV1(command.IsApproved, run.Matters), new Subject("retention", run.Id));
        return Done.Value;
    }, cancel);

    /// <summary>Works an approved list off; how many were erased now.</summary>
    public async Task<int> WorkOffAsync(Func<Act> act, CancellationToken cancel)
    {
        var erased = 0;
        while (true)
        {
            var outcome = await writer.WriteAsync(act(), work => BatchAsync(work, cancel), cancel);
            if (outcome.IsRefused(out _, out var done) || done.Looked == 0)
            {
                break;
            }
            erased += done.Erased;
        }
        if (erased > 0)
        {
            await sweeper.RunAsync(act(), cancel);
        }
        return erased;
    }

    private async Task<Outcome<(int Looked, int Erased)>> BatchAsync(Work work, CancellationToken cancel)
    {
        var db = work.Db;
        if (await db.Set<RetentionRun>().OrderBy(r => r.Id).FirstOrDefaultAsync(r => r.State == RetentionState.Approved, cancel) is not { } run)
        {
            return (0, 0);
        }
        var items = await db.Set<RetentionItem>().Where(i => i.RunId == run.Id && i.DoneAt == null).OrderBy(i => i.MatterId).Take(Batch).ToListAsync(cancel);
        var erased = 0;
        foreach (var item in items)
        {
            var matter = await db.Set<Matter>().SingleAsync(m => m.Id == item.MatterId, cancel);
            var isDone = !(await eraser.EraseAsync(work, matter, ErasureGround.Retention, cancel)).IsRefused(out _, out _);
            erased += isDone ? 1 : 0;
            item.DoneAt = work.Act.At;
        }
        run.Erased += erased;
        run.Skipped += items.Count - erased;
        if (items.Count < Batch)
        {
            (run.State, run.EndedAt) = (RetentionState.Done, work.Act.At);
            work.Record(new RetentionDoneV1(run.Erased, run.Skipped), new Subject("retention", run.Id));
        }
        return (items.Count, erased);
    }
}
