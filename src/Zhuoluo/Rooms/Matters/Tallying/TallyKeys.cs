using System.Globalization;

namespace Zhuoluo.Rooms.Matters.Tallying;

/// <summary>In which tallies a matter counts. The only place that knows it: follower, rebuilding and checking all ask here.</summary>
internal static class TallyKeys
{
    public static TallyMark MarkOf(Matter matter, IEnumerable<Clock> clocks) => new()
    {
        MatterId = matter.Id,
        DriveId = matter.DriveId ?? 0,
        Month = MonthOf(matter.OpenedOn),
        ClosedMonth = matter.ClosedOn is { } closed ? MonthOf(closed) : 0,
        State = matter.State,
        Outcome = matter.Outcome,
        UnitId = matter.LeadUnitId ?? 0,
        // An empty town marks a confidential matter, which counts in no breakdown (rules F5.2).
        TownCode = matter.IsConfidential ? "" : matter.TownCode,
        PlaceCode = matter.IsConfidential ? "" : matter.PlaceCode,
        CategoryCode = matter.CategoryCode ?? "",
        Channel = matter.Channel,
        Kind = matter.Kind,
        Standing = StandingOf(matter, clocks),
    };

    /// <summary>What lead units held and let go of. Of a ledger taken over only days are known, not when a unit got a matter: then nothing.</summary>
    public static IEnumerable<HeldMark> HeldOf(Matter matter, IEnumerable<Clock> clocks, IEnumerable<Holding> holdings) =>
        matter.IsConfidential || !IsTimedHere(matter, clocks) ? []
        : holdings.Where(h => h is { Part: HoldingPart.Lead, To: not null }).GroupBy(h => h.UnitId).Select(g => new HeldMark
        {
            MatterId = matter.Id,
            UnitId = g.Key,
            Year = matter.OpenedOn.Year,
            Ended = g.LongCount(),
            Returned = g.LongCount(h => h.End == HoldingEnd.Returned),
            Microseconds = g.Sum(h => (h.To!.Value - h.From).Ticks / TimeSpan.TicksPerMicrosecond),
        });

    public static IEnumerable<TallyKey> Of(TallyMark mark)
    {
        yield return Key(mark, TallyBy.All, "");
        if (mark.TownCode.Length == 0)
        {
            yield break;
        }
        yield return Key(mark, TallyBy.Town, mark.TownCode);
        yield return Key(mark, TallyBy.Place, mark.PlaceCode);
        yield return Key(mark, TallyBy.Unit, mark.UnitId.ToString(CultureInfo.InvariantCulture));
        yield return Key(mark, TallyBy.Category, mark.CategoryCode);
        yield return Key(mark, TallyBy.Channel, ((int)mark.Channel).ToString(CultureInfo.InvariantCulture));
        yield return Key(mark, TallyBy.Kind, ((int)mark.Kind).ToString(CultureInfo.InvariantCulture));
        if (mark.ClosedMonth != 0)
        {
            yield return Key(mark, TallyBy.ClosedMonth, mark.ClosedMonth.ToString(CultureInfo.InvariantCulture));
        }
        if (mark.UnitId != 0)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{mark.UnitId}/{(int)mark.Standing}");
            yield return new TallyKey(TallyBy.UnitYear, 0, key, mark.Month / 100 * 100, mark.State, default);
            yield return new TallyKey(TallyBy.UnitEver, 0, key, 0, mark.State, default);
        }
    }

    public static IEnumerable<(TallyKey Key, long Amount)> Of(HeldMark held)
    {
        var unit = held.UnitId.ToString(CultureInfo.InvariantCulture);
        foreach (var month in (int[])[held.Year * 100, 0])
        {
            yield return (new TallyKey(TallyBy.Held, 0, unit, month, default, default), held.Ended);
            yield return (new TallyKey(TallyBy.HeldReturned, 0, unit, month, default, default), held.Returned);
            yield return (new TallyKey(TallyBy.HeldTime, 0, unit, month, default, default), held.Microseconds);
        }
    }

    public static bool AreSame(TallyMark one, TallyMark other) =>
        one.DriveId == other.DriveId && one.Month == other.Month && one.ClosedMonth == other.ClosedMonth && one.State == other.State
        && one.Outcome == other.Outcome && one.UnitId == other.UnitId && one.TownCode == other.TownCode && one.PlaceCode == other.PlaceCode
        && one.CategoryCode == other.CategoryCode && one.Channel == other.Channel && one.Kind == other.Kind && one.Standing == other.Standing;

    /// <summary>Timed from the first day. A matter taken over while it was open has a clock from the day of taking over.</summary>
    private static bool IsTimedHere(Matter matter, IEnumerable<Clock> clocks) => clocks.Any(c => c.StartAt <= matter.RegisteredAt);

    private static LimitStanding StandingOf(Matter matter, IEnumerable<Clock> clocks)
    {
        var met = clocks.Where(c => c is { Stage: ClockStage.Handle or ClockStage.Redo, StoppedAt: not null });
        return !IsTimedHere(matter, clocks) || !met.Any() ? LimitStanding.None
            : met.Any(c => c.StoppedAt > c.DueAt) ? LimitStanding.Overran : LimitStanding.InTime;
    }

    private static int MonthOf(DateOnly day) => (day.Year * 100) + day.Month;

    private static TallyKey Key(TallyMark mark, TallyBy by, string key) => new(by, mark.DriveId, key, mark.Month, mark.State, mark.Outcome);
}

/// <summary>The primary key of a <see cref="Tally"/>.</summary>
internal readonly record struct TallyKey(TallyBy By, long DriveId, string Key, int Month, MatterState State, MatterOutcome Outcome);
