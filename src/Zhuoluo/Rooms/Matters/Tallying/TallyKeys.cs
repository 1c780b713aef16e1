using System.Globalization;

namespace Zhuoluo.Rooms.Matters.Tallying;

/// <summary>In which tallies a matter counts. The only place that knows it: follower, rebuilding and checking all ask here.</summary>
internal static class TallyKeys
{
    public static TallyMark MarkOf(Matter matter) => new()
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
    };

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
    }

    public static bool AreSame(TallyMark one, TallyMark other) =>
        one.DriveId == other.DriveId && one.Month == other.Month && one.ClosedMonth == other.ClosedMonth && one.State == other.State
        && one.Outcome == other.Outcome && one.UnitId == other.UnitId && one.TownCode == other.TownCode && one.PlaceCode == other.PlaceCode
        && one.CategoryCode == other.CategoryCode && one.Channel == other.Channel && one.Kind == other.Kind;

    private static int MonthOf(DateOnly day) => (day.Year * 100) + day.Month;

    private static TallyKey Key(TallyMark mark, TallyBy by, string key) => new(by, mark.DriveId, key, mark.Month, mark.State, mark.Outcome);
}

/// <summary>The primary key of a <see cref="Tally"/>.</summary>
internal readonly record struct TallyKey(TallyBy By, long DriveId, string Key, int Month, MatterState State, MatterOutcome Outcome);
