using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>When it is due and how that was counted.</summary>
/// <param name="Due">The instant at which the limit ends. 24:00 of a day is 00:00 of the next.</param>
/// <param name="IsProvisional">A year without a holiday notice took part; it may still move (rules C1.5).</param>
/// <param name="Days">Day by day, from the start day to the last; empty if the explanation was not asked for.</param>
/// <param name="IsPaused">The clock stands still now; <paramref name="Due"/> is what would hold if it ran again from now.</param>
internal sealed record DeadlineAnswer(DateTimeOffset Due, bool IsProvisional, IReadOnlyList<CountedDay> Days, bool IsPaused)
{
    /// <summary>The day on which it ends; with an end at 24:00 the day before <see cref="Due"/>.</summary>
    public DateOnly DueDay => LocalDay.Of(Due.AddTicks(-1));
}

/// <summary>One line of the explanation.</summary>
/// <param name="Day">The day.</param>
/// <param name="Number">Which day of the limit it is; null if it does not count.</param>
/// <param name="Nature">What kind of day it is.</param>
/// <param name="Reason">Resource key, one of <see cref="DayReason"/>.</param>
internal sealed record CountedDay(DateOnly Day, int? Number, DayNature Nature, string Reason)
{
    /// <summary>Minutes that ran on this day; only of limits in hours.</summary>
    public int Minutes { get; init; }

    /// <summary>Counted for an extension, not for the original limit.</summary>
    public bool IsInExtension { get; init; }
}

/// <summary>Why a day counts or not. Values are resource keys.</summary>
internal static class DayReason
{
    public const string Prefix = "cal.day.";
    public const string Start = "cal.day.start";
    public const string SameDay = "cal.day.same-day";
    public const string Counted = "cal.day.counted";
    public const string Weekend = "cal.day.weekend";
    public const string Holiday = "cal.day.holiday";
    public const string Paused = "cal.day.paused";
    public const string Closed = "cal.day.closed";
    public const string Moved = "cal.day.moved";
    public const string Hours = "cal.day.hours";
}
