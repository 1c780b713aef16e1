using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>Makes, one after the other, what was asked for; what was being made when the server was killed is made anew. Removes what expired.</summary>
internal sealed class ExportService(
    ExportMaker maker, ExportStore store, Writer writer, Staff staff, ActFactory acts, IDbContextFactory<ZhuoluoContext> reads, ILogger<ExportService> log)
    : QueueJob(TimeSpan.FromSeconds(1), log)
{
    protected override async Task<bool> TurnAsync(CancellationToken cancel)
    {
        await SweepAsync(cancel);
        // Nobody else runs any: what says it is running was left by a server that is gone.
        if (await NextAsync(cancel) is not { } run)
        {
            return false;
        }
        await RunAsync(run, cancel);
        return true;
    }

    private async Task<ExportRun?> NextAsync(CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        return await db.Set<ExportRun>().Where(r => r.State == ExportState.Waiting || r.State == ExportState.Running).OrderBy(r => r.Id).FirstOrDefaultAsync(cancel);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The fault is noted on the run, where the person who asked sees it.")]
    private async Task RunAsync(ExportRun run, CancellationToken cancel)
    {
        await ChangeAsync(run.Id, r => r.State = ExportState.Running, cancel);
        try
        {
            var actor = run.PersonId is { } person ? await staff.ActorAsync(person, acts.Now, cancel) : null;
            if (actor is null || !Permissions.May(actor, Capability.ExportData, "/"))
            {
                await ChangeAsync(run.Id, r => (r.State, r.Fault) = (ExportState.Failed, new NotPermitted().Code), cancel);
                return;
            }
            var folder = store.Begin(run.Id);
            var outcome = await maker.MakeAsync(new ExportOrder(run.Content, run.Format), folder, acts.New(actor, Door.Job), async (rows, total) =>
                await ChangeAsync(run.Id, r => (r.RowsWritten, r.RowsTotal) = (rows, total), cancel) is not { IsStopAsked: true }, cancel);
            if (outcome.IsRefused(out _, out var manifest))
            {
                store.Drop(run.Id);
                await ChangeAsync(run.Id, r => r.State = ExportState.Stopped, cancel);
                return;
            }
            var bytes = await store.FinishAsync(run.Id, cancel);
            var now = acts.Now;
            await ChangeAsync(run.Id, r =>
            {
                (r.State, r.EndedAt, r.ExpiresAt) = (ExportState.Done, now, now.AddDays(ExportStore.Days));
                (r.RowsWritten, r.RowsTotal, r.Bytes) = (manifest.Rows, manifest.Rows, bytes);
            }, cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(fault);
            store.Drop(run.Id);
            await ChangeAsync(run.Id, r => (r.State, r.Fault) = (ExportState.Failed, fault.GetType().Name), cancel);
        }
    }

    private async Task SweepAsync(CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        var now = acts.Now;
        foreach (var id in await db.Set<ExportRun>().Where(r => r.ExpiresAt <= now && r.Bytes > 0).Select(r => r.Id).ToListAsync(cancel))
        {
            store.Drop(id);
            await ChangeAsync(id, r => r.Bytes = 0, cancel);
        }
    }

    private async Task<ExportRun?> ChangeAsync(long id, Action<ExportRun> change, CancellationToken cancel)
    {
        var outcome = await writer.WriteAsync<ExportRun>(acts.New(Actor.Job("export"), Door.Job), async work =>
        {
            var run = await work.Db.Set<ExportRun>().AsTracking().SingleAsync(r => r.Id == id, cancel);
            change(run);
            return run;
        }, cancel);
        return outcome.Match(run => run, _ => (ExportRun?)null);
    }
}
