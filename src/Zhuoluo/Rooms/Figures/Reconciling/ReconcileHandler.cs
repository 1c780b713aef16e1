using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Figures.Reconciling;

/// <summary>Runs all checks on a read of its own and keeps how each came out; once a night and whenever somebody asks.</summary>
internal sealed class ReconcileHandler(Writer writer, IDbContextFactory<ZhuoluoContext> reads, FigureBook book, Reconciliation reconciliation)
{
    public async Task<Outcome<int>> HandleAsync(Act act, CancellationToken cancel)
    {
        if (!Permissions.May(act.Who, Capability.ManageFigures))
        {
            return new NotPermitted();
        }
        IReadOnlyList<CheckedSum> sums;
        await using (var db = await reads.CreateDbContextAsync(cancel))
        {
            sums = await reconciliation.RunAsync(db, await book.ReadAsync(db, cancel), act.At, cancel);
        }
        return await writer.WriteAsync<int>(act, async work =>
        {
            var kept = await work.Db.Set<FigureCheck>().ToDictionaryAsync(c => c.Code, cancel);
            foreach (var sum in sums)
            {
                if (kept.Remove(sum.Code, out var row))
                {
                    (row.At, row.Left, row.Right) = (act.At, sum.Left, sum.Right);
                }
                else
                {
                    work.Db.Add(new FigureCheck { Code = sum.Code, At = act.At, Left = sum.Left, Right = sum.Right });
                }
            }
            work.Db.RemoveRange(kept.Values);
            var failed = sums.Count(s => !s.Holds);
            work.Record(new FigureReconciledV1(sums.Count, failed), new Subject("figure", 0));
            return failed;
        }, cancel);
    }
}

/// <summary>Once a night, at four.</summary>
internal sealed partial class FigureJobs(ReconcileHandler reconcile, ActFactory acts, TimeProvider time, ILogger<FigureJobs> log) : RegularJob(TimeSpan.FromMinutes(5), time, log)
{
    private readonly Nightly _check = new(hour: 4);

    protected override async Task TurnAsync(CancellationToken cancel)
    {
        if (_check.IsDue(acts.Now) && !(await reconcile.HandleAsync(acts.New(Actor.Job("reconcile-figures"), Door.Job), cancel)).IsRefused(out _, out var failed) && failed > 0)
        {
            SumsWrong(Log!, failed);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} sums of figures that must be equal are not")]
    private static partial void SumsWrong(ILogger log, int count);
}
