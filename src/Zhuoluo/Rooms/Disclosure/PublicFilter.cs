using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Disclosure;

/// <summary>
/// Which matters the public asks for. An address and a filter say the same, in the words of the staff's list where both have them,
/// so that every public number can be a link to exactly the records it counts.
/// </summary>
internal sealed record PublicFilter
{
    public static PublicFilter All { get; } = new();

    public MatterKind? Kind { get; init; }
    public Channel? Channel { get; init; }
    public MatterOutcome? Outcome { get; init; }

    /// <summary>See <see cref="StateWords"/>.</summary>
    public string? State { get; init; }

    /// <summary>Unit code; units below count too unless <see cref="IsExact"/>.</summary>
    public string? Unit { get; init; }
    public string? Town { get; init; }

    /// <summary>Category code; those below count too unless <see cref="IsExact"/>.</summary>
    public string? Category { get; init; }
    public bool IsExact { get; init; }
    public string? Drive { get; init; }

    /// <summary>Year-month in which it was raised, e.g. 2026-03.</summary>
    public string? Month { get; init; }
    public string? ClosedMonth { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public bool IsLate { get; init; }
    public Standing? With { get; init; }

    /// <summary>Looked for in public texts only.</summary>
    public string? Words { get; init; }
    public int Page { get; init; } = 1;

    public bool IsNarrow => this with { Page = 1 } != All;

    public string At(string address) => address + QueryString.Create(Pairs().Select(p => KeyValuePair.Create(p.Key, (string?)p.Value)));

    public IEnumerable<KeyValuePair<string, string>> Pairs() => new (string Key, string? Value)[]
    {
        ("q", Words),
        ("state", State),
        ("light", IsLate ? "late" : null),
        ("with", With is { } with ? Word.Of(with) : null),
        ("kind", Kind is { } kind ? Word.Of(kind) : null),
        ("channel", Channel is { } channel ? Word.Of(channel) : null),
        ("outcome", Outcome is { } outcome ? Word.Of(outcome) : null),
        ("unit", Unit),
        ("town", Town),
        ("category", Category),
        ("exact", IsExact ? "1" : null),
        ("drive", Drive),
        ("month", Month),
        ("from", Written(From)),
        ("to", Written(To)),
        ("closed", ClosedMonth),
        ("p", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    }.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Key, p.Value!));

    /// <summary>What cannot be read is left out: an old link still opens a list.</summary>
    public static PublicFilter Read(IQueryCollection query)
    {
        string? Text(string key) => query[key].ToString().Trim() is { Length: > 0 and <= 200 } text ? text : null;
        return new PublicFilter
        {
            Words = Text("q"),
            State = StateWords.Read(Text("state")).Count > 0 ? Text("state") : null,
            IsLate = Text("light") == "late",
            With = Word<Standing>.Read(Text("with")),
            Kind = Word<MatterKind>.Read(Text("kind")),
            Channel = Word<Channel>.Read(Text("channel")),
            Outcome = Word<MatterOutcome>.Read(Text("outcome")),
            Unit = Text("unit"),
            Town = Text("town"),
            Category = Text("category"),
            IsExact = Text("exact") == "1",
            Drive = Text("drive"),
            Month = FirstOf(Text("month")) is null ? null : Text("month"),
            ClosedMonth = FirstOf(Text("closed")) is null ? null : Text("closed"),
            From = Day(Text("from")),
            To = Day(Text("to")),
            Page = int.TryParse(Text("p"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1,
        };
    }

    /// <summary>First day of a month written 2026-03.</summary>
    public static DateOnly? FirstOf(string? month) =>
        DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null;

    /// <summary>A tally's 202603 as 2026-03.</summary>
    public static string MonthOf(int stored) => string.Create(CultureInfo.InvariantCulture, $"{stored / 100:0000}-{stored % 100:00}");

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>How a matter stood to its limits, and whether a unit sent it back. Only limits that have ended are judged.</summary>
internal enum Standing { InTime, Overran, Returned }
