using System.Globalization;
using System.Text.RegularExpressions;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>
/// One entry of each kind, and the key by which its exact copies are known (samples rule 16). Every field is read before
/// anything is decided, so a row shows all that is wrong with it; the row is null when anything was.
/// </summary>
internal static partial class EntryKinds
{
    public static (ImportedRow? Row, UInt128 Key) Read(TableKind kind, EntryReader entry) => kind switch
    {
        TableKind.Visits => Visit(entry),
        TableKind.Suggestions => Suggestion(entry),
        TableKind.Shifts => Shift(entry),
        TableKind.Problems => Problem(entry),
        TableKind.Tickets => Ticket(entry),
        TableKind.Places => Place(entry),
        TableKind.Units => Unit(entry),
        TableKind.Projects => ProjectEntries.Read(entry),
        _ => Category(entry),
    };

    private static (ImportedRow?, UInt128) Visit(EntryReader entry)
    {
        var (town, village) = entry.Place();
        var text = entry.Body("text");
        var opened = entry.Opened("opened");
        var closed = Closed(entry);
        var state = entry.State();
        entry.Agree(state, opened, closed);
        var (unit, assist) = entry.Units(town, village);
        var person = entry.Person("person");
        var category = entry.Word("category");
        var row = new VisitRow(
            Day(opened), DayOrNull(closed), state ?? "", town, village, entry.Person("secretary"), person, entry.Phone("phone"),
            entry.Word("address"), text ?? "", category, entry.Scope.Category(category), unit, assist,
            entry.Word("result"), Tight(entry.Word("satisfaction")), entry.Word("remark"));
        return entry.IsRefused ? default : (row, CopyKey.Of(TableKind.Visits, village ?? town, Iso(row.Opened), person, text));
    }

    private static (ImportedRow?, UInt128) Suggestion(EntryReader entry)
    {
        var text = entry.Body("text");
        var opened = entry.Opened("opened");
        var closed = Closed(entry);
        var state = entry.State();
        entry.Agree(state, opened, closed);
        var from = entry.UnitCodes("from", entry.Scope.Town, null) is [var first, ..] ? first : null;
        var town = from is not null && entry.Scope.Places.IsTown(from) ? from : entry.Scope.Town;
        var (unit, assist) = entry.Units(town, null);
        var person = entry.Person("person");
        var channel = Tight(entry.Word("channel"));
        var row = new SuggestionRow(
            Day(opened), DayOrNull(closed), state ?? "", from, person, entry.Phone("phone"), channel,
            channel is null ? null : entry.Scope.Words.Channels.GetValueOrDefault(channel.ToLowerInvariant()),
            text ?? "", entry.Word("field"), unit, assist, entry.Word("result"), entry.Word("remark"));
        return entry.IsRefused ? default : (row, CopyKey.Of(TableKind.Suggestions, from, Iso(row.Opened), person, text));
    }

    private static (ImportedRow?, UInt128) Shift(EntryReader entry)
    {
        var date = entry.Day("date");
        if (date is null && !entry.IsDamaged("date"))
        {
            entry.Refuse("date", "missing_date");
        }
        var head = entry.Person("head");
        if (head is null && !entry.IsDamaged("head"))
        {
            entry.Refuse("head", "missing_head");
        }
        var half = entry.Word("half") is null ? null : entry.Known("half", entry.Scope.Words.Halves, "unknown_kind");
        var unit = entry.UnitCodes("unit", entry.Scope.Town, null) is [var first, ..] ? first : null;
        var remark = entry.Word("remark");
        var row = new DutyShiftRow(date ?? default, half, head ?? "", unit, entry.Word("post"), entry.Phone("phone"), remark, IsCancelled(entry, remark));
        return entry.IsRefused ? default : (row, CopyKey.Of(TableKind.Shifts, Iso(row.Date), half, head, unit, row.IsCancelled ? "cancelled" : ""));
    }

    private static bool IsCancelled(EntryReader entry, string? remark) => remark is not null
        && entry.Scope.Words.Cancelled.Any(word => remark.Contains(word, StringComparison.Ordinal))
        && !entry.Scope.Words.NotCancelled.Any(word => remark.Contains(word, StringComparison.Ordinal));

    private static (ImportedRow?, UInt128) Problem(EntryReader entry)
    {
        var text = entry.Body("text");
        var opened = entry.Opened("opened");
        var closed = Closed(entry);
        var state = entry.State();
        entry.Agree(state, opened, closed);
        var head = entry.Person("head");
        if (head is null && !entry.IsDamaged("head"))
        {
            entry.Refuse("head", "missing_head");
        }
        if (head is not null && opened is { } day && entry.Scope.Shifts?.Contains((DateOnly.FromDateTime(day), head)) == false)
        {
            entry.Refuse("opened", "no_such_shift");
        }
        var (unit, assist) = entry.Units(entry.Scope.Town, null);
        var person = entry.Person("person");
        var row = new DutyProblemRow(
            Day(opened), DayOrNull(closed), state ?? "", head ?? "", person, entry.Phone("phone"), text ?? "", unit, assist,
            entry.Word("result"), Tight(entry.Word("satisfaction")), entry.Word("remark"));
        return entry.IsRefused ? default : (row, CopyKey.Of(TableKind.Problems, Iso(row.Opened), person, text));
    }

    private static (ImportedRow?, UInt128) Ticket(EntryReader entry)
    {
        var number = Tight(entry.Needed("number", "missing_number"));
        if (number is not null && IsDamagedNumber(entry.Cell("number"), number))
        {
            entry.Refuse("number", "damaged_number");
        }
        var (town, village) = entry.Place();
        var text = entry.Body("text");
        var opened = entry.Opened("opened");
        var limit = entry.Word("deadline") is { } typed && Length().IsMatch(Fold.Tight(typed)) ? typed : null;
        var deadline = limit is null ? entry.Moment("deadline") : null;
        if (opened is { } from && deadline is { } until && (until.TimeOfDay == TimeSpan.Zero ? until.Date < from.Date : until < from))
        {
            entry.Refuse("deadline", "deadline_before_call");
        }
        var closed = Closed(entry);
        var state = entry.State();
        entry.Agree(state, opened, closed);
        var kind = entry.Has("kind") ? entry.Known("kind", entry.Scope.Words.TicketKinds, "unknown_kind") : null;
        var (unit, assist) = entry.Units(town, village);
        var category = entry.Word("category");
        var row = new TicketRow(
            number ?? "", opened ?? default, deadline, limit, closed, state ?? "", kind, Tight(entry.Word("channel")), town, village,
            entry.Person("person"), entry.Phone("phone"), entry.Word("address"), text ?? "", category, entry.Scope.Category(category),
            unit, assist, entry.Word("result"), Tight(entry.Word("satisfaction")), entry.Word("remark"));
        return entry.IsRefused
            ? default
            : (row, CopyKey.Of(TableKind.Tickets, number, row.Opened.ToString("s", CultureInfo.InvariantCulture), text));
    }

    /// <summary>A spreadsheet keeps 15 digits of a number: longer ones come back as 2.02E+15, as ####, or with zeros at the end.</summary>
    private static bool IsDamagedNumber(Cell cell, string number) =>
        Spoilt().IsMatch(number)
        || cell.Kind == CellKind.Number && Math.Abs(cell.Number) >= 1e15
        || number.Length >= 18 && number.All(char.IsAsciiDigit) && number.AsSpan(15).IndexOfAnyExcept('0') < 0;

    private static (ImportedRow?, UInt128) Place(EntryReader entry)
    {
        var (code, name) = Named(entry);
        var kind = entry.Known("kind", entry.Scope.Words.PlaceKinds, "unknown_kind");
        var parent = entry.Word("parent");
        if ((parent is null || !parent.All(char.IsAsciiLetterOrDigit)) && code.All(char.IsAsciiDigit))
        {
            parent = code.Length switch { 12 => code[..9], 9 => code[..6], _ => parent };
        }
        var row = new PlaceRow(code, name, kind ?? "", parent, Words(entry.Word("aliases")));
        return entry.IsRefused ? default : (row, CopyKey.Of(TableKind.Places, code));
    }

    private static (ImportedRow?, UInt128) Unit(EntryReader entry)
    {
        var (code, name) = Named(entry);
        var kind = entry.Known("kind", entry.Scope.Words.UnitKinds, "unknown_kind");
        var row = new UnitRow(code, name, kind ?? "", entry.Word("parent"), Words(entry.Word("aliases")));
        return entry.IsRefused ? default : (row, CopyKey.Of(TableKind.Units, code));
    }

    private static (ImportedRow?, UInt128) Category(EntryReader entry)
    {
        var (code, name) = Named(entry);
        var row = new CategoryRow(code, name, entry.Word("parent"), Words(entry.Word("units")));
        return entry.IsRefused ? default : (row, CopyKey.Of(TableKind.Categories, code));
    }

    private static (string Code, string Name) Named(EntryReader entry) =>
        (Tight(entry.Needed("code", "missing_number")) ?? "", entry.Needed("name", "missing_name") ?? "");

    private static List<string> Words(string? cell) =>
        cell is null ? [] : [.. Separators().Split(cell).Select(word => word.Trim()).Where(word => word.Length > 0).Distinct()];

    private static DateTime? Closed(EntryReader entry)
    {
        var closed = entry.Moment("closed");
        entry.NotAfterList("closed", closed);
        return closed;
    }

    private static DateOnly Day(DateTime? moment) => DateOnly.FromDateTime(moment ?? default);

    private static DateOnly? DayOrNull(DateTime? moment) => moment is { } known ? DateOnly.FromDateTime(known) : null;

    private static string? Tight(string? text) => text is null ? null : Fold.Tight(text);

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{1,4}个?(工作日|自然日|小时|天|日)(内)?$")]
    private static partial Regex Length();

    [GeneratedRegex(@"^\d(\.\d+)?[Ee]\+?\d+$|^#+$")]
    private static partial Regex Spoilt();

    [GeneratedRegex(@"[;；、\n]+")]
    private static partial Regex Separators();
}
