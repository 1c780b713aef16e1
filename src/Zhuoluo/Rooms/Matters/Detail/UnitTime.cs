namespace Zhuoluo.Rooms.Matters.Detail;

/// <summary>How long one unit held a matter, all its holdings together.</summary>
internal sealed record UnitTime(long UnitId, HoldingPart Part, TimeSpan Held, TimeSpan? ToSign, int Times, HoldingEnd End, bool IsNow)
{
    public static IReadOnlyList<UnitTime> Of(IReadOnlyList<Holding> holdings, DateTimeOffset now) =>
    [
        .. holdings.GroupBy(h => (h.UnitId, h.Part)).Select(g => new UnitTime(
            g.Key.UnitId,
            g.Key.Part,
            g.Aggregate(TimeSpan.Zero, (sum, h) => sum + ((h.To ?? now) - h.From)),
            g.Last().SignedAt is { } signed ? signed - g.Last().From : null,
            g.Count(),
            g.Last().End,
            g.Any(h => h.To is null))),
    ];
}
