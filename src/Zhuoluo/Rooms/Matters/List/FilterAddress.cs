using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Primitives;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>Filter to query string and back. What cannot be read is left out: an old link still opens a list.</summary>
internal static class FilterAddress
{
    private const int LongestValue = 500;
    private const int LastPage = 1_000_000;
    private const string Day = "yyyy-MM-dd";

    /// <summary>The pairs in a fixed order, so that one filter has one address.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(MatterFilter filter) =>
        Words(filter).Where(p => p.Value is { Length: > 0 }).Select(p => KeyValuePair.Create(p.Key, p.Value!));

    /// <summary>The query string with its question mark; empty for all.</summary>
    public static string Query(MatterFilter filter)
    {
        StringBuilder? query = null;
        foreach (var (key, value) in Words(filter))
        {
            if (value is { Length: > 0 })
            {
                query = (query is null ? new StringBuilder("?") : query.Append('&')).Append(key).Append('=').Append(UrlEncoder.Default.Encode(value));
            }
        }
        return query?.ToString() ?? "";
    }

    private static (string Key, string? Value)[] Words(MatterFilter filter) =>
    [
        ("q", filter.Words),
        ("number", filter.Number),
        ("state", filter.States.IsAny ? null : filter.States.ToString()),
        ("light", Written(filter.Light)),
        ("with", Written(filter.With)),
        ("whose", filter.Whose == Whose.Anybody ? null : Word<Whose>.Of(filter.Whose)),
        ("kind", Written(filter.Kind)),
        ("channel", Written(filter.Channel)),
        ("outcome", Written(filter.Outcome)),
        ("unit", filter.Unit),
        ("town", filter.Town),
        ("place", filter.Place),
        ("category", filter.Category),
        ("exact", filter.IsExact ? "1" : null),
        ("drive", filter.Drive),
        ("shift", filter.Shift?.ToString(CultureInfo.InvariantCulture)),
        ("month", filter.OpenedMonth?.ToString()),
        ("from", filter.OpenedFrom?.ToString(Day, CultureInfo.InvariantCulture)),
        ("to", filter.OpenedTo?.ToString(Day, CultureInfo.InvariantCulture)),
        ("closed", filter.ClosedMonth?.ToString()),
        ("due", filter.Due?.ToString(Day, CultureInfo.InvariantCulture)),
        ("confidential", filter.IsConfidential is { } only ? only ? "1" : "0" : null),
        ("sort", filter.Sort == default ? null : Word<MatterSort>.Of(filter.Sort)),
        ("dense", filter.IsDense ? "1" : null),
        ("cols", filter.Columns),
        ("p", filter.Page > 1 ? filter.Page.ToString(CultureInfo.InvariantCulture) : null),
    ];

    public static MatterFilter Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var given = query.ToDictionary(p => p.Key, p => string.Join(',', p.Value.Where(v => !string.IsNullOrWhiteSpace(v))).Trim(), StringComparer.Ordinal);
        string? Text(string key) => given.GetValueOrDefault(key) is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestValue)] : null;
        return new MatterFilter
        {
            Words = Text("q"),
            Number = Text("number"),
            States = StateSet.Read(Text("state")),
            Light = Word<Light>.Read(Text("light")),
            With = Word<Trait>.Read(Text("with")),
            Whose = Word<Whose>.Read(Text("whose")) ?? Whose.Anybody,
            Kind = Word<MatterKind>.Read(Text("kind")),
            Channel = Word<Channel>.Read(Text("channel")),
            Outcome = Word<MatterOutcome>.Read(Text("outcome")),
            Unit = Text("unit"),
            Town = Text("town"),
            Place = Text("place"),
            Category = Text("category"),
            IsExact = Text("exact") == "1",
            Drive = Text("drive"),
            Shift = long.TryParse(Text("shift"), NumberStyles.None, CultureInfo.InvariantCulture, out var shift) ? shift : null,
            OpenedMonth = YearMonth.Read(Text("month")),
            OpenedFrom = ReadDay(Text("from")),
            OpenedTo = ReadDay(Text("to")),
            ClosedMonth = YearMonth.Read(Text("closed")),
            Due = ReadDay(Text("due")),
            IsConfidential = Text("confidential") switch { "1" => true, "0" => false, _ => null },
            Sort = Word<MatterSort>.Read(Text("sort")) ?? default,
            IsDense = Text("dense") == "1",
            Columns = ListColumns.Write(Text("cols")),
            Page = int.TryParse(Text("p"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1,
        };
    }

    private static string? Written<T>(T? value)
        where T : struct, Enum => value is { } set ? Word<T>.Of(set) : null;

    private static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
