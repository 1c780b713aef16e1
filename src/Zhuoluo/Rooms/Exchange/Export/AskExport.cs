using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>An export without personal data, made in the background; anything else is for the operator at the server.</summary>
internal sealed record AskExport(ExportFormat Format)
{
    public string? OnceKey { get; init; }
}

/// <summary>Stop it, or make it anew: an export is of one moment and does not go on from a half.</summary>
internal sealed record TurnExport(long RunId, bool IsToGoOn);

internal sealed class AskExportHandler(Writer writer)
{
    public Task<Outcome<ExportRun>> HandleAsync(AskExport command, Act act, CancellationToken cancel) =>
        writer.WriteAsync<ExportRun>(act, async work =>
        {
            // The whole county's records: not for who exports those of one unit.
            if (!Permissions.May(act.Who, Capability.ExportData, "/"))
            {
                return new NotPermitted();
            }
            var runs = work.Db.Set<ExportRun>();
            var once = command.OnceKey is null ? null : $"export\n{act.Who.PersonId}\n{command.OnceKey}";
            if (once is not null && await work.DoneBeforeAsync(once, cancel) is { } earlier)
            {
                return await runs.SingleAsync(r => r.Id == earlier, cancel);
            }
            if (await runs.AnyAsync(r => r.PersonId == act.Who.PersonId && (r.State == ExportState.Waiting || r.State == ExportState.Running), cancel))
            {
                return new ExportRunning();
            }
            var run = new ExportRun
            {
                Id = act.NewId(),
                Content = ExportContent.Office,
                Format = command.Format,
                State = ExportState.Waiting,
                StartedAt = act.At,
                Office = act.Who.Office,
                PersonId = act.Who.PersonId,
                PersonName = act.Who.Name,
            };
            work.Db.Add(run);
            if (once is not null)
            {
                work.RememberDone(once, run.Id);
            }
            return run;
        }, cancel);

    public Task<Outcome<ExportRun>> HandleAsync(TurnExport command, Act act, CancellationToken cancel) =>
        writer.WriteAsync<ExportRun>(act, async work =>
        {
            var run = await work.Db.Set<ExportRun>().AsTracking().SingleOrDefaultAsync(r => r.Id == command.RunId && r.PersonId == act.Who.PersonId, cancel);
            if (run is null || !Permissions.May(act.Who, Capability.ExportData, "/"))
            {
                return new ExportNotThere();
            }
            if (command.IsToGoOn && run.State is ExportState.Stopped or ExportState.Failed)
            {
                (run.State, run.IsStopAsked, run.Fault, run.RowsWritten) = (ExportState.Waiting, false, null, 0);
                return run;
            }
            if (!command.IsToGoOn && run.State is ExportState.Running)
            {
                run.IsStopAsked = true;
                return run;
            }
            if (!command.IsToGoOn && run.State is ExportState.Waiting)
            {
                run.State = ExportState.Stopped;
                return run;
            }
            return new ExportNotReady();
        }, cancel);
}
