using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>Stop after the batch that is being written, or go on where it was stopped.</summary>
internal sealed record StopImport(long RunId);

internal sealed record ResumeImport(long RunId);

internal sealed class StopImportHandler(Writer writer)
{
    public Task<Outcome<Done>> HandleAsync(StopImport command, Act act, CancellationToken cancel) =>
        ChangeAsync(command.RunId, act, run => run.State switch
        {
            ImportState.Running => run.IsStopAsked = true,
            ImportState.Waiting or ImportState.Proposed => (run.State = ImportState.Stopped) == ImportState.Stopped,
            _ => false,
        }, cancel);

    public Task<Outcome<Done>> HandleAsync(ResumeImport command, Act act, CancellationToken cancel) =>
        ChangeAsync(command.RunId, act, run => run.State == ImportState.Stopped && (run.State = ImportState.Waiting) == ImportState.Waiting, cancel);

    private Task<Outcome<Done>> ChangeAsync(long runId, Act act, Func<ImportRun, bool> change, CancellationToken cancel) =>
        writer.WriteAsync<Done>(act, async work =>
        {
            if (!Permissions.May(act.Who, Capability.ImportFiles))
            {
                return new NotPermitted();
            }
            if (await work.Db.Set<ImportRun>().AsTracking().SingleOrDefaultAsync(r => r.Id == runId, cancel) is not { } run)
            {
                return new NotFound("import");
            }
            return change(run) ? Done.Value : new ImportNotReady();
        }, cancel);
}
