using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>Lists of places, units and topics: whole lists, through the doors of the rooms that own them. A line that is there already counts as a duplicate.</summary>
internal sealed class DirectoryDoor(
    Writer writer, ImportPlacesHandler places, ImportUnitsHandler units, ImportCategoriesHandler categories, SetUpCountyHandler counties, Offices offices)
{
    private const string CountyStandard = "county";

    public async Task<Outcome<Done>> TakeInAsync(ImportScope scope, IEnumerable<Finding> findings, ImportReport report, CancellationToken cancel)
    {
        var interval = new Interval();
        var rows = new List<Taken>();
        foreach (var finding in findings)
        {
            interval.Read(finding);
            switch (finding)
            {
                case Taken taken:
                    rows.Add(taken);
                    break;
                case Copied:
                    interval.Duplicates++;
                    break;
                case Refused refused:
                    interval.Refused.Add(refused);
                    report.Refuse(refused);
                    break;
            }
        }
        foreach (var group in rows.GroupBy(row => row.Kind).OrderBy(group => group.Key))
        {
            if ((await OneAsync([.. group], scope, cancel)).IsRefused(out var refusal, out var done))
            {
                return refusal;
            }
            foreach (var line in done.Refused)
            {
                var row = group.ElementAt(line.Line);
                var refused = RowRefusals.Of(row, scope.MappingOf(row.Sheet), line.Field, line.Reason);
                interval.Refused.Add(refused);
                report.Refuse(refused);
            }
            // Which lines were there already the room does not say; the totals count as many as came in.
            var refusedLines = done.Refused.Select(line => line.Line).ToHashSet();
            group.Where((_, index) => !refusedLines.Contains(index)).Take(done.Added + done.Changed).ToList().ForEach(report.Take);
            interval.Duplicates += done.Unchanged;
        }
        report.Duplicates = interval.Duplicates;
        return await writer.WriteAsync<Done>(scope.Act, async work =>
        {
            await RunKeeper.NoteAsync(work, scope.Run, report.Imported, interval, cancel);
            return Done.Value;
        }, cancel);
    }

    private async Task<Outcome<ListImported>> OneAsync(IReadOnlyList<Taken> rows, ImportScope scope, CancellationToken cancel) => rows[0].Kind switch
    {
        TableKind.Places => await PlacesAsync(rows, scope, cancel),
        TableKind.Units => await units.HandleAsync(new ImportUnits([.. rows.Select(row => Line((UnitRow)row.Entry))]), scope.Act, cancel),
        _ => await CategoriesAsync(rows, scope, cancel),
    };

    private async Task<Outcome<ListImported>> PlacesAsync(IReadOnlyList<Taken> rows, ImportScope scope, CancellationToken cancel)
    {
        var outcome = await places.HandleAsync(new ImportPlaces([.. rows.Select(row => Line((PlaceRow)row.Entry))]), scope.Act, cancel);
        var county = scope.Run.PlaceCode[..Math.Min(6, scope.Run.PlaceCode.Length)];
        if (outcome.IsRefused(out _, out _) || offices.Current.UnitByCode(county) is not null)
        {
            return outcome;
        }
        // The first list of places brings the county with it; units imported later go under it.
        var setUp = await counties.HandleAsync(new SetUpCounty(county, offices.Current.Place(county)?.Name ?? county), scope.Act, cancel);
        return setUp.IsRefused(out var refusal, out _) ? refusal : outcome;
    }

    private async Task<Outcome<ListImported>> CategoriesAsync(IReadOnlyList<Taken> rows, ImportScope scope, CancellationToken cancel)
    {
        var lines = rows.Select(row => Line((CategoryRow)row.Entry)).ToList();
        var given = lines.Count;
        List<LineRefused> refused = [];
        while (true)
        {
            var outcome = await categories.HandleAsync(new ImportCategories(lines), scope.Act, cancel);
            if (!outcome.IsRefused(out var refusal, out var done))
            {
                return new ListImported(done.Added, done.Changed, given - refused.Count - done.Added - done.Changed, refused);
            }
            if (refusal is not CategoryLineRefused line)
            {
                return refusal;
            }
            var code = lines[line.Line - 1].Code;
            lines.RemoveAt(line.Line - 1);
            var index = rows.Select((row, i) => (row, i)).First(x => ((CategoryRow)x.row.Entry).Code == code).i;
            refused.Add(line.Inner.Field == "Name" ? new LineRefused(index, "name", "missing_name") : new LineRefused(index, "code", "bad_code"));
        }
    }

    private static PlaceLine Line(PlaceRow row) => new(row.Code, row.Name, row.Kind, row.Parent, row.Aliases);

    // A company that keeps a county's water running is a unit that handles, like a department.
    private static UnitLine Line(UnitRow row) => new(row.Code, row.Name, row.Kind == "company" ? "department" : row.Kind, row.Parent, row.Aliases);

    private static CategoryLine Line(CategoryRow row) => new(row.Code, row.Name, CountyStandard)
    {
        ParentCode = row.Parent,
        UsualUnits = string.Join(';', row.UsualUnits),
    };
}
