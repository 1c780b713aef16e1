using Zhuoluo.Language;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>
/// Reads an office's file: first <see cref="Survey"/>, which a person may correct, then <see cref="Findings"/>, one for
/// each row in the order of the file. Memory does not grow with the texts: of rows already given only their keys are kept.
/// Reading the same file again gives the same findings, so a stopped import goes on from the row it had reached.
/// </summary>
internal sealed class TableReading(TableFile file, OfficeDirectory directory, ImportWords words, ReadingOptions options)
{
    private const int Step = 500;

    public Survey Survey(CancellationToken cancel = default)
    {
        var finder = new HeaderFinder(words, options);
        List<SheetMapping> mappings = [];
        List<string> others = [];
        var asOf = options.AsOf;
        int? year = null;
        foreach (var sheet in file.Sheets)
        {
            if (sheet.IsHidden || finder.Find(sheet, file.Name, cancel) is not { } mapping)
            {
                others.Add(sheet.Name);
                continue;
            }
            var above = sheet.Rows(cancel).TakeWhile(row => row.Number < mapping.HeaderRows[0]).ToList();
            mappings.Add(mapping.Kind == TableKind.Projects ? mapping with { MoneyUnit = SheetUnits.Money(above), List = ListChoice.Guess(above, mapping) } : mapping);
            asOf ??= ListDay.Find(above, sheet.Name, file.Name);
            year ??= ListDay.Year(above, sheet.Name, file.Name);
        }
        return new Survey(asOf, options.DefaultYear ?? asOf?.Year ?? year, mappings, others);
    }

    /// <summary>
    /// Takes the survey as <see cref="Survey"/> gave it or as a person changed it. Progress is told the number of rows read,
    /// every few hundred.
    /// </summary>
    public IEnumerable<Finding> Findings(Survey survey, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var scope = new ReadingScope(directory, words, survey, options);
        var copies = new Copies();
        var rowsBefore = 0;
        // Problems are checked against the shifts, so those come first, wherever their sheet stands.
        foreach (var mapping in survey.Sheets.OrderBy(mapping => mapping.Kind == TableKind.Problems))
        {
            var sheet = file.Sheets.First(sheet => sheet.Name == mapping.Sheet);
            if (mapping.Kind == TableKind.Shifts)
            {
                scope.Shifts ??= [.. options.KnownShifts];
            }
            var sieve = new RowSieve(sheet, mapping, words, text => IsHeading(scope, text));
            var typed = new TypedTotals(mapping);
            foreach (var entry in sieve.Entries(cancel))
            {
                foreach (var finding in One(entry, mapping, scope, copies))
                {
                    typed.Count(finding);
                    yield return finding;
                }
                if (sieve.RowsRead % Step == 0)
                {
                    progress?.Report(rowsBefore + sieve.RowsRead);
                }
            }
            foreach (var warning in typed.Compare(sieve.TotalRows))
            {
                yield return warning;
            }
            rowsBefore += sieve.RowsRead;
            progress?.Report(rowsBefore);
        }
    }

    /// <summary>Everything at once, for files of a size to hold.</summary>
    public ReadResult ReadAll(IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var survey = Survey(cancel);
        return ReadResult.Of(survey, Findings(survey, progress, cancel));
    }

    private static bool IsHeading(ReadingScope scope, string text)
    {
        var name = Heading.Name(text);
        return Heading.IsNumbered(text) || scope.Places.Town(name) is not null || scope.Units.One(name, null, null).Code is not null;
    }

    private static IEnumerable<Finding> One(Entry entry, SheetMapping mapping, ReadingScope scope, Copies copies)
    {
        var (sheet, kind, row, line) = (mapping.Sheet, mapping.Kind, entry.Row.Number, entry.Row.Line);
        if (entry.WrongCount)
        {
            return [new Refused(sheet, kind, row, line, [new RefusedCell("wrong_column_count", null, null, null)], Texts(entry, mapping))];
        }
        var reader = new EntryReader(entry, mapping, scope);
        var (imported, key) = EntryKinds.Read(kind, reader);
        if (imported is not null && copies.Find(key) is { } kept)
        {
            return kept.Conflicts(imported)
                ? [Conflict(entry, mapping)]
                : [new Copied(sheet, kind, row, line, kept.Sheet, kept.Row)];
        }
        if (imported is TicketRow ticket && !copies.TakeNumber(ticket.Number))
        {
            return [Conflict(entry, mapping)];
        }
        if (imported is null)
        {
            return [new Refused(sheet, kind, row, line, reader.Reasons, Texts(entry, mapping))];
        }
        copies.Keep(key, sheet, row, imported);
        if (imported is DutyShiftRow { IsCancelled: false } shift)
        {
            scope.Shifts?.Add((shift.Date, shift.Head));
        }
        var taken = new Taken(sheet, kind, row, line, imported, key);
        // A list has no light of its own for what is done: green says as much.
        if (imported is ProjectRow { TypedLight: { } light } project && project.Light is { } right && light != right && (light, right) != ("green", "done"))
        {
            return [taken, new Warned(sheet, kind, row, line, CellName.Of(mapping.Columns["light"], row), "light_differs", light, right)];
        }
        return Weekday(reader, imported) is { } typed
            ? [taken, new Warned(sheet, kind, row, line, CellName.Of(mapping.Columns["weekday"], row), "weekday_differs", typed.Typed, typed.Right)]
            : [taken];
    }

    private static Refused Conflict(Entry entry, SheetMapping mapping)
    {
        var field = mapping.Kind == TableKind.Tickets ? "number" : "code";
        var column = mapping.Columns[field];
        return new Refused(
            mapping.Sheet, mapping.Kind, entry.Row.Number, entry.Row.Line,
            [new RefusedCell("number_conflict", CellName.Of(column, entry.Row.Number), column, field)], Texts(entry, mapping));
    }

    private static (string Typed, string Right)? Weekday(EntryReader reader, ImportedRow imported)
    {
        const string Days = "日一二三四五六";
        if (imported is not DutyShiftRow shift || reader.Word("weekday") is not { } text || Fold.Tight(text) is not [.., var last])
        {
            return null;
        }
        var typed = last is '天' or '7' ? '日' : last is >= '1' and <= '6' ? Days[last - '0'] : last;
        var right = Days[(int)shift.Date.DayOfWeek];
        return Days.Contains(typed, StringComparison.Ordinal) && typed != right ? (typed.ToString(), right.ToString()) : null;
    }

    // 同上 is written out and a text that ran on into the next rows is whole, so that the row can stand alone in a file of its own.
    // A formula stays one: its result was never looked at.
    private static List<string> Texts(Entry entry, SheetMapping mapping)
    {
        var serial = mapping.Columns.GetValueOrDefault("serial", -1);
        return [.. entry.Cells.Select((cell, column) => mapping.Columns.GetValueOrDefault("text", -1) == column
            ? string.Concat(entry.More.Prepend(cell).Select(Shown))
            : column == serial ? cell.Text : Shown(cell))];

        static string Shown(Cell cell) => cell.IsFormula ? "=" + cell.Text : cell.Text;
    }
}
