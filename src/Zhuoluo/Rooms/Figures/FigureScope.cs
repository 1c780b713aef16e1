using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Figures;

/// <summary>Of whom and of when: a unit with those below it, or a town, or all; from a day to a day, or whenever.</summary>
internal sealed record FigureScope
{
    public static FigureScope All { get; } = new();

    public Unit? Unit { get; init; }

    /// <summary>Nine digits.</summary>
    public string? Town { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    public bool IsWhole => Unit is null && Town is null;

    /// <summary>What an address says after the question mark.</summary>
    public string Query
    {
        get
        {
            string?[] parts = [Pair("unit", Unit?.Code), Pair("town", Town), Pair("from", Written(From)), Pair("to", Written(To))];
            var said = parts.Where(p => p is not null).ToList();
            return said.Count == 0 ? "" : "?" + string.Join('&', said);
        }
    }

    /// <summary>Reads what an address or a body says; a unit or day that is none is refused.</summary>
    public static Outcome<FigureScope> Read(string? unit, string? town, string? from, string? to, OfficesSnapshot offices)
    {
        var found = Blank(unit) ? null : offices.UnitByCode(unit!);
        return !Blank(unit) && found is null ? new UnknownValue("unit")
            : !Blank(town) && offices.Place(town!) is not { Code.Length: 9 } ? new UnknownValue("town")
            : !DayOf(from, out var first) ? new UnknownValue("from")
            : !DayOf(to, out var last) ? new UnknownValue("to")
            : first > last ? new UnknownValue("to")
            : new FigureScope { Unit = found, Town = Blank(town) ? null : town, From = first, To = last };
    }

    /// <summary>A year, a month, or two days with two dots between; nothing is whenever.</summary>
    public static Outcome<FigureScope> Period(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
        {
            return All;
        }
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1949 and <= 2200)
        {
            return new FigureScope { From = new DateOnly(year, 1, 1), To = new DateOnly(year, 12, 31) };
        }
        if (DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return new FigureScope { From = month, To = month.AddMonths(1).AddDays(-1) };
        }
        return text.Split("..") is [var first, var last] && DateOnly.TryParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && DateOnly.TryParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to) && from <= to
            ? new FigureScope { From = from, To = to }
            : new UnreadablePeriod();
    }

    public FigureScope Before() => (From, To) switch
    {
        ({ } from, { } to) when from.Day == 1 && to == to.AddDays(1 - to.Day).AddMonths(1).AddDays(-1) && Months(from, to) is var months => this with { From = from.AddMonths(-months), To = from.AddDays(-1) },
        ({ } from, { } to) => this with { From = from.AddDays(from.DayNumber - to.DayNumber - 1), To = from.AddDays(-1) },
        _ => this,
    };

    public FigureScope YearBefore() => this with { From = From?.AddYears(-1), To = To is { } to ? Last(to) : null };

    public static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Months(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month + 1;

    // The end of February is the end of February in every year.
    private static DateOnly Last(DateOnly to) => to.AddDays(1).Day == 1 ? to.AddDays(1).AddYears(-1).AddDays(-1) : to.AddYears(-1);

    private static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);

    private static string? Pair(string name, string? value) => value is null ? null : name + "=" + Uri.EscapeDataString(value);

    private static bool DayOf(string? typed, out DateOnly? day)
    {
        day = null;
        if (Blank(typed))
        {
            return true;
        }
        if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            return false;
        }
        day = read;
        return true;
    }
}

internal sealed record UnreadablePeriod() : Refusal("unreadable-period")
{
    public override string? Field => "Period";
}
