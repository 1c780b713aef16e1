using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>The columns as a person wants them; the import may begin.</summary>
/// <param name="RunId">The run that was proposed.</param>
/// <param name="Survey">The proposal, changed or not.</param>
/// <param name="IsKept">Propose the same for the next file of this office.</param>
internal sealed record ConfirmImport(long RunId, Survey Survey, bool IsKept);

internal sealed class ConfirmImportHandler(Writer writer)
{
    public Task<Outcome<Done>> HandleAsync(ConfirmImport command, Act act, CancellationToken cancel) =>
        writer.WriteAsync<Done>(act, async work =>
        {
            if (!Permissions.May(act.Who, Capability.ImportFiles))
            {
                return new NotPermitted();
            }
            if (await work.Db.Set<ImportRun>().AsTracking().SingleOrDefaultAsync(r => r.Id == command.RunId, cancel) is not { } run)
            {
                return new NotFound("import");
            }
            if (run.State != ImportState.Proposed)
            {
                return new ImportNotReady();
            }
            (run.State, run.Mapping, run.AsOf) = (ImportState.Waiting, JsonSerializer.Serialize(command.Survey), command.Survey.AsOf);
            foreach (var sheet in command.IsKept ? command.Survey.Sheets : [])
            {
                await KeepAsync(work, act.Who.Office, sheet, cancel);
            }
            return Done.Value;
        }, cancel);

    private static async Task KeepAsync(Work work, string office, SheetMapping sheet, CancellationToken cancel)
    {
        var (kind, json) = (sheet.Kind.Code(), JsonSerializer.Serialize(sheet.ToSaved()));
        if (await work.Db.Set<ImportMapping>().AsTracking().SingleOrDefaultAsync(m => m.Office == office && m.Kind == kind, cancel) is { } known)
        {
            (known.Mapping, known.SavedAt) = (json, work.Act.At);
            return;
        }
        work.Db.Add(new ImportMapping { Office = office, Kind = kind, Mapping = json, SavedAt = work.Act.At });
    }
}
