using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;

namespace Zhuoluo.Rooms.Matters.Statistics;

/// <summary>Which counts: broken down by what, of which months and drive, below which unit or category.</summary>
internal sealed record StatisticsFilter
{
    public const string Address = "/statistics";

    public Breakdown By { get; init; } = Breakdown.Town;
    public YearMonth? From { get; init; }
    public YearMonth? To { get; init; }
    public string? Drive { get; init; }

    /// <summary>A unit's or a category's code: only what lies directly below it.</summary>
    public string? Under { get; init; }

    public string Href => Address + QueryString.Create(
        new (string Key, string? Value)[]
        {
            ("by", Word<Breakdown>.Of(By)), ("from", From?.ToString()), ("to", To?.ToString()), ("drive", Drive), ("under", Under),
        }.Where(p => p.Value is { Length: > 0 }).Select(p => KeyValuePair.Create(p.Key, p.Value)));

    public static StatisticsFilter Read(IQueryCollection query) => new()
    {
        By = Word<Breakdown>.Read(query["by"]) ?? Breakdown.Town,
        From = YearMonth.Read(query["from"]),
        To = YearMonth.Read(query["to"]),
        Drive = Text(query["drive"]),
        Under = Text(query["under"]),
    };

    /// <summary>The records behind these counts, without the breakdown. Tallies leave confidential matters out, so does the link.</summary>
    public MatterFilter Records => MatterFilter.All with
    {
        IsConfidential = false,
        Drive = Drive,
        OpenedFrom = From?.First,
        OpenedTo = To?.Last,
    };

    private static string? Text(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim()[..Math.Min(given.Trim().Length, 60)];
}

internal enum Breakdown { Month, Unit, Town, Category, Channel, Kind, Drive }
