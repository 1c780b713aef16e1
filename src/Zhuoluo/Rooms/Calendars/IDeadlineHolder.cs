using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>
/// A room that stores deadlines. When a holiday notice arrives, every registered holder computes its open deadlines again,
/// writing through its own handlers. May be called twice for one notice (after a crash, or by two nodes): the second call finds nothing to change.
/// </summary>
internal interface IDeadlineHolder
{
    /// <summary>Returns how many deadlines moved or lost their mark "provisional".</summary>
    Task<int> RecomputeAsync(WorkingCalendar calendar, Act act, CancellationToken cancel);
}
