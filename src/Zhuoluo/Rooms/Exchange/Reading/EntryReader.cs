using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>
/// Reads the fields of one entry and collects every reason against it. A cell gives one reason at most: a formula is not
/// also an unknown word, and a date that cannot be read is not also too late.
/// </summary>
internal sealed partial class EntryReader(Entry entry, SheetMapping mapping, ReadingScope scope)
{
    private readonly Dictionary<string, string?> _texts = [];
    private readonly List<RefusedCell> _reasons = [];
    private readonly HashSet<string> _damaged = [];

    public ReadingScope Scope => scope;

    public string? Section => entry.Section;
    public SheetMapping Mapping => mapping;

    public bool IsRefused => _reasons.Count > 0;

    public IReadOnlyList<RefusedCell> Reasons => [.. _reasons.OrderBy(reason => reason.Column)];

    public bool Has(string field) => mapping.Columns.ContainsKey(field);

    /// <summary>The cell could not be read at all; what depends on it is not judged.</summary>
    public bool IsDamaged(string field) => _damaged.Contains(field);

    public void Refuse(string field, string code, string? suggestion = null)
    {
        var column = mapping.Columns.TryGetValue(field, out var own) ? own : (int?)null;
        if (!_reasons.Exists(reason => reason.Field == field && reason.Code == code))
        {
            _reasons.Add(new RefusedCell(code, column is { } known ? CellName.Of(known, entry.Row.Number) : null, column, field, suggestion));
        }
        _damaged.Add(field);
    }

    public Cell Cell(string field) => mapping.Columns.TryGetValue(field, out var column) ? entry[column] : Tables.Cell.Empty;

    /// <summary>The typed text of the cell, trimmed; null when it is empty or damaged. A lone dash or 无 is a text here.</summary>
    public string? Text(string field)
    {
        if (_texts.TryGetValue(field, out var known))
        {
            return known;
        }
        return _texts[field] = Check(field);
    }

    /// <summary>As <see cref="Text"/>, for a cell that may be empty: a lone dash, slash or 无 is empty.</summary>
    public string? Word(string field) => Text(field) is { } text && !scope.Words.Blank.Contains(Fold.Tight(text)) ? text : null;

    /// <summary>A text the entry cannot be without.</summary>
    public string? Needed(string field, string missing)
    {
        if (Text(field) is { } text)
        {
            return text;
        }
        if (!IsDamaged(field))
        {
            Refuse(field, missing);
        }
        return null;
    }

    /// <summary>The body of the entry, with its continuations.</summary>
    public string? Body(string field) => Needed(field, "missing_text");

    /// <summary>Names lose inner white space and a post in brackets behind them.</summary>
    public string? Person(string field)
    {
        if (Word(field) is not { } text)
        {
            return null;
        }
        var tight = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !Fold.IsZeroWidth(c)));
        var bare = Post().Replace(tight, "");
        return bare.Length > 0 ? bare : tight;
    }

    /// <summary>A phone that cannot be read is empty; the row is imported.</summary>
    public string? Phone(string field) => Word(field) is { } text ? PhoneText.Read(text, Cell(field).Kind == CellKind.Number) : null;

    public DateTime? Moment(string field)
    {
        if (Word(field) is not { } text)
        {
            return null;
        }
        if (CellMoment.Read(Cell(field), text, scope.DefaultYear) is { } moment)
        {
            return moment;
        }
        Refuse(field, "impossible_date");
        return null;
    }

    public DateOnly? Day(string field) => Moment(field) is { } moment ? DateOnly.FromDateTime(moment) : null;

    /// <summary>The opening day or moment, without which an entry cannot be placed in time.</summary>
    public DateTime? Opened(string field)
    {
        var opened = Moment(field);
        if (opened is null && !IsDamaged(field))
        {
            Refuse(field, "missing_date");
        }
        NotAfterList(field, opened);
        return opened;
    }

    public void NotAfterList(string field, DateTime? moment)
    {
        if (moment is { } known && scope.AsOf is { } asOf && DateOnly.FromDateTime(known) > asOf)
        {
            Refuse(field, "future_date");
        }
    }

    public string? State()
    {
        if (!Has("state"))
        {
            return scope.Words.StateByDate(mapping.Kind, Word("closed") is not null);
        }
        var tight = Fold.Tight(Text("state") ?? "");
        var state = mapping.States.GetValueOrDefault(tight) ?? scope.Words.State(mapping.Kind, tight);
        if (state is null && !IsDamaged("state"))
        {
            Refuse("state", "unknown_state");
        }
        return state;
    }

    /// <summary>What state, dates and result must say together.</summary>
    public void Agree(string? state, DateTime? opened, DateTime? closed)
    {
        if (opened is { } from && closed is { } to && to.Date < from.Date)
        {
            Refuse("closed", "closed_before_opened");
        }
        if (state is null)
        {
            return;
        }
        if (scope.Words.IsFinished(mapping.Kind, state))
        {
            if (Has("result") && Word("result") is null && !IsDamaged("result"))
            {
                Refuse("result", "closed_without_result");
            }
            if (Has("closed") && closed is null && !IsDamaged("closed"))
            {
                Refuse("closed", "closed_without_date");
            }
        }
        else if (closed is not null && scope.Words.IsUnfinished(mapping.Kind, state))
        {
            Refuse("closed", "open_with_closed_date");
        }
    }

    /// <summary>The lead unit and those that assist, from the unit's cell and, where there is one, the assistants' own.</summary>
    public (string? Lead, IReadOnlyList<string> Assist) Units(string? town, string? village)
    {
        var lead = UnitCodes("unit", town, village);
        var more = UnitCodes("assist", town, village);
        return lead.Count == 0
            ? (null, more)
            : (lead[0], [.. lead.Skip(1).Concat(more).Where(code => code != lead[0]).Distinct()]);
    }

    public IReadOnlyList<string> UnitCodes(string field, string? town, string? village)
    {
        if (Word(field) is not { } text)
        {
            return [];
        }
        var (codes, failed) = scope.Units.Cell(text, town, village);
        if (failed is { } answer)
        {
            Refuse(field, answer.Reason!, answer.Suggestion);
        }
        return codes;
    }

    /// <summary>Town and village of the row: from their columns, the heading above, or the place the file belongs to.</summary>
    public (string? Town, string? Village) Place()
    {
        string? town = null;
        if (Word("town") is { } word)
        {
            town = scope.Places.Town(word);
            if (town is null)
            {
                Refuse("town", "unknown_village");
            }
        }
        else if (!IsDamaged("town"))
        {
            town = (Section is { } heading ? scope.Places.Town(Heading.Name(heading)) : null) ?? scope.Town;
        }
        if (Word("village") is not { } name || IsDamaged("town"))
        {
            return (town, null);
        }
        switch (scope.Places.Village(name, town, out var code, out var inTown))
        {
            case PlaceAnswer.Found:
                return (inTown, code);
            case PlaceAnswer.NotInTown:
                Refuse("village", "village_not_in_town");
                break;
            default:
                Refuse("village", "unknown_village");
                break;
        }
        return (town, null);
    }

    /// <summary>The code for a word of a closed list; refused when it has none, or nothing is typed.</summary>
    public string? Known(string field, Dictionary<string, string> codes, string unknown)
    {
        if (codes.TryGetValue(Fold.Tight(Text(field) ?? "").ToLowerInvariant(), out var code))
        {
            return code;
        }
        if (!IsDamaged(field))
        {
            Refuse(field, unknown);
        }
        return null;
    }

    private string? Check(string field)
    {
        var cell = Cell(field);
        var isBody = field == "text";
        var raw = isBody && entry.More.Count > 0 ? Join(cell) : Plain(cell);
        if (CellFault.Of(cell, raw, field == "phone") is { } fault
            || isBody && (fault = entry.More.Select(more => CellFault.Of(more, more.Text, false)).FirstOrDefault(code => code is not null)!) is not null)
        {
            Refuse(field, fault);
            return null;
        }
        var text = raw.Trim();
        if (text.Length > scope.TextCharacters)
        {
            Refuse(field, "text_too_long");
            return null;
        }
        return text.Length == 0 || Fold.Tight(text).Length == 0 ? null : text.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private string Join(Cell first)
    {
        var joined = new StringBuilder(Plain(first).Trim());
        foreach (var more in entry.More)
        {
            joined.Append(Plain(more).Trim());
        }
        return joined.ToString();
    }

    /// <summary>A number as people read it: 1.38E10 is 13800000000.</summary>
    private static string Plain(Cell cell) =>
        cell.Kind == CellKind.Number && cell.Text.Contains('E', StringComparison.OrdinalIgnoreCase)
        && decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : cell.Text;

    [GeneratedRegex(@"[(（【\[][^)）】\]]*[)）】\]]$")]
    private static partial Regex Post();
}
