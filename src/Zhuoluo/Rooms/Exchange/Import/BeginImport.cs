using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Exchange.Tables;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>A file to bring in.</summary>
/// <param name="Name">The name under which it was sent; it may carry the day of the list.</param>
/// <param name="Digest">SHA-256 of the file.</param>
/// <param name="Place">Code or name of the county, or of a town of it.</param>
/// <param name="Allowed">What it may be, in the words of --as; "" for anything.</param>
/// <param name="AsOf">The day of the list, when somebody says it.</param>
internal sealed record BeginImport(string Name, byte[] Digest, string Place, string Allowed, DateOnly? AsOf)
{
    /// <summary>The table is at hand, to find the county in a first list of places.</summary>
    public required TableFile File { get; init; }

    /// <summary>A page lets a person confirm the columns first; the command begins at once.</summary>
    public ImportState First { get; init; } = ImportState.Running;
}

/// <summary>Opens a run, or finds the one of the same file that was stopped or killed.</summary>
internal sealed class BeginImportHandler(Writer writer, Offices offices, ImportWords words)
{
    public async Task<Outcome<ImportRun>> HandleAsync(BeginImport command, Act act, CancellationToken cancel)
    {
        if (!Permissions.May(act.Who, Capability.ImportFiles))
        {
            return new NotPermitted();
        }
        await offices.RefreshAsync(cancel);
        try
        {
            if (PlaceCodeOf(command, cancel) is not { } place)
            {
                return new UnknownCounty(command.Place);
            }
            return await writer.WriteAsync(act, work => OpenAsync(work, command, place, cancel), cancel);
        }
        catch (UnreadableTable unreadable)
        {
            return new UnreadableFile(unreadable.Code);
        }
    }

    private static async Task<Outcome<ImportRun>> OpenAsync(Work work, BeginImport command, string place, CancellationToken cancel)
    {
        var found = await work.Db.Set<ImportRun>().AsTracking()
            .Where(r => r.Digest == command.Digest && r.PlaceCode == place && r.Allowed == command.Allowed
                && (r.State == ImportState.Running || r.State == ImportState.Stopped))
            .OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel);
        if (found is not null)
        {
            found.AsOf = command.AsOf ?? found.AsOf;
            return found;
        }
        var run = new ImportRun
        {
            Id = work.Act.NewId(),
            Allowed = command.Allowed,
            Digest = command.Digest,
            Name = command.Name,
            PlaceCode = place,
            AsOf = command.AsOf,
            State = command.First,
            StartedAt = work.Act.At,
            Office = work.Act.Who.Office,
            PersonId = work.Act.Who.PersonId,
            PersonName = work.Act.Who.Name,
        };
        work.Db.Add(run);
        return run;
    }

    private string? PlaceCodeOf(BeginImport command, CancellationToken cancel)
    {
        var typed = command.Place.Trim();
        var current = offices.Current;
        if (current.Place(typed) is { Code.Length: <= 9 } known)
        {
            return known.Code;
        }
        if (current.PlacesNamed(typed).Where(p => p.Code.Length <= 9).ToList() is [var named])
        {
            return named.Code;
        }
        return FromList(command, typed, cancel);
    }

    // The first list of places says itself which county it is; a code alone will do, a name must stand in the list.
    private string? FromList(BeginImport command, string typed, CancellationToken cancel)
    {
        var reading = new TableReading(command.File, OfficeDirectory.Empty, words, new ReadingOptions { Kinds = [TableKind.Places] });
        var survey = reading.Survey(cancel);
        if (survey.Sheets.Count == 0 || TableKindNames.Of(command.Allowed) is { Count: > 0 } allowed && !allowed.Contains(TableKind.Places))
        {
            return null;
        }
        var county = reading.Findings(survey, null, cancel).OfType<Taken>().Select(taken => (PlaceRow)taken.Entry)
            .FirstOrDefault(place => place.Code.Length == 6 && (place.Code == typed || Fold.Tight(place.Name) == Fold.Tight(typed)));
        return county?.Code ?? (typed.Length == 6 && Place.IsCode(typed) ? typed : null);
    }
}
