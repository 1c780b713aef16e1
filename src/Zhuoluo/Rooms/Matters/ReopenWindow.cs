using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// How long a requester may say "not solved" after the close. No law fixes it; fifteen days give time to see whether it lasts and are
/// shorter than the month after which units hand their files over (our rule, rules A2.16).
/// </summary>
internal static class ReopenWindow
{
    public const int Days = 15;

    /// <summary>The last day, or null while it is not closed.</summary>
    public static DateOnly? LastDay(Matter matter) => matter.ClosedOn?.AddDays(Days);

    public static bool IsOpen(Matter matter, DateTimeOffset now) => LastDay(matter) is not { } last || LocalDay.Of(now) <= last;
}
