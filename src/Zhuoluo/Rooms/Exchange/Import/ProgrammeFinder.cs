using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>
/// The list that the projects of a sheet go onto: the one a person chose, the one of the same year that bears the sheet's title, or a new
/// one. A new one judges by progress alone, which is all that such a list tells.
/// </summary>
internal sealed class ProgrammeFinder(KeepProgrammeHandler programmes, Offices offices, IDbContextFactory<ZhuoluoContext> reads)
{
    public async Task<Outcome<FoundList>> FindAsync(SheetMapping mapping, ImportScope scope, CancellationToken cancel)
    {
        var choice = mapping.List ?? ListChoice.Guess([], mapping);
        var year = (scope.Survey.AsOf ?? LocalDay.Of(scope.Act.At)).Year;
        await using var db = await reads.CreateDbContextAsync(cancel);
        var known = await db.Set<Programme>().AsNoTracking().OrderBy(p => p.Id).ToListAsync(cancel);
        if (choice.Code is { } code)
        {
            return known.Find(p => p.Code == code) is { } chosen ? new FoundList(chosen.Id, chosen.Code) : new UnknownList(code);
        }
        if (Named(known, choice.Name, year) is { } named)
        {
            return new FoundList(named.Id, named.Code);
        }
        var fresh = Enumerable.Range(1, known.Count + 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"list-{year}-{i}")).First(c => !known.Exists(p => p.Code == c));
        var unit = offices.Current.UnitByCode(scope.Run.PlaceCode) ?? offices.Current.UnitByCode(scope.Run.PlaceCode[..Math.Min(6, scope.Run.PlaceCode.Length)]);
        var command = new KeepProgramme(fresh, choice.Name, choice.Kind, choice.Level, year, unit?.Id ?? 0) { LightProfile = LightProfile.Progress };
        return (await programmes.HandleAsync(command, scope.Act, cancel)).Then(id => new FoundList(id, fresh));
    }

    /// <summary>The lists that are there already are proposed where a sheet bears their title.</summary>
    public async Task<Survey> ProposeAsync(Survey survey, CancellationToken cancel)
    {
        if (survey.Sheets.All(sheet => sheet.List is null))
        {
            return survey;
        }
        var known = await AllAsync(cancel);
        return survey with
        {
            Sheets = [.. survey.Sheets.Select(sheet => sheet.List is { } list && Named(known, list.Name, survey.AsOf?.Year) is { } named
                ? sheet with { List = list with { Code = named.Code } }
                : sheet)],
        };
    }

    /// <summary>Newest first, for a choice.</summary>
    public async Task<List<Programme>> AllAsync(CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        return await db.Set<Programme>().AsNoTracking().Where(p => p.EndedOn == null).OrderByDescending(p => p.Year).ThenBy(p => p.Id).ToListAsync(cancel);
    }

    private static Programme? Named(IEnumerable<Programme> known, string name, int? year) =>
        known.FirstOrDefault(p => (year is null || p.Year == year) && Fold.Tight(p.Name) == Fold.Tight(name));
}

/// <summary>A list by id and by the code that stays the same when its name changes.</summary>
internal sealed record FoundList(long Id, string Code);

/// <summary>The list that was chosen is no longer there.</summary>
internal sealed record UnknownList(string List) : Refusal("import-unknown-list")
{
    public override IReadOnlyList<object> Arguments => [List];
}
