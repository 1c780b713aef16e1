using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Tables;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>Brings in, one after the other, what was sent through pages and the API. What ran when the server was killed goes on at its next start.</summary>
internal sealed class ImportService(
    ImportRunner runner, ImportStore store, Writer writer, Staff staff, ActFactory acts, Texts texts, IDbContextFactory<ZhuoluoContext> reads, ILogger<ImportService> log)
    : QueueJob(TimeSpan.FromMilliseconds(500), log)
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        store.Sweep(acts.Now);
        await TakeUpAsync(stoppingToken);
        await base.ExecuteAsync(stoppingToken);
    }

    protected override async Task<bool> TurnAsync(CancellationToken cancel)
    {
        if (await NextAsync(cancel) is not { } run)
        {
            return false;
        }
        await RunAsync(run, cancel);
        return true;
    }

    private async Task TakeUpAsync(CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        foreach (var run in await db.Set<ImportRun>().Where(r => r.State == ImportState.Running).ToListAsync(cancel))
        {
            // A run of the command line has no file here; it goes on when the command is given again.
            if (File.Exists(store.PathOf(run.Digest)))
            {
                await MoveAsync(run.Id, ImportState.Running, ImportState.Waiting, null, cancel);
            }
        }
    }

    private async Task<ImportRun?> NextAsync(CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        var next = await db.Set<ImportRun>().Where(r => r.State == ImportState.Waiting).OrderBy(r => r.Id).FirstOrDefaultAsync(cancel);
        return next is not null && await MoveAsync(next.Id, ImportState.Waiting, ImportState.Running, null, cancel) ? next : null;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The fault is noted on the run, where the person who sent the file sees it.")]
    private async Task RunAsync(ImportRun run, CancellationToken cancel)
    {
        try
        {
            using var file = TableFile.Open(File.OpenRead(store.PathOf(run.Digest)), run.Name);
            var outcome = await runner.RunAsync(run, file, acts.New(await ActorAsync(run, cancel), Door.Job), null, cancel, report =>
            {
                if (report.Refused.Count > 0)
                {
                    RefusedFile.Write(store.RefusedPathOf(run), file, report.Survey, report.Refused, texts.Say, cancel);
                }
            });
            if (outcome.IsRefused(out _, out var done) || done.IsStopped)
            {
                return;
            }
            store.Drop(run.Digest);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(fault);
            await MoveAsync(run.Id, ImportState.Running, ImportState.Failed, fault is UnreadableTable table ? new UnreadableFile(table.Code).Code : fault.GetType().Name, cancel);
        }
    }

    private async Task<Actor> ActorAsync(ImportRun run, CancellationToken cancel) =>
        run.PersonId is { } person && await staff.ActorAsync(person, acts.Now, cancel) is { } actor ? actor : Actor.Job("import");

    private async Task<bool> MoveAsync(long runId, ImportState from, ImportState to, string? fault, CancellationToken cancel)
    {
        var act = acts.New(Actor.Job("import"), Door.Job);
        var outcome = await writer.WriteAsync<bool>(act, async work =>
        {
            var run = await RunKeeper.LoadAsync(work, runId, cancel);
            if (run.State != from)
            {
                return false;
            }
            (run.State, run.Fault) = (to, fault);
            return true;
        }, cancel);
        return outcome.Match(moved => moved, _ => false);
    }
}
