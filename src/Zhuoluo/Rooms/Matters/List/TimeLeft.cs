using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>
/// How far a last day is, said the same way on every staff page: in working days, and in calendar days only where no
/// working day lies before it.
/// </summary>
internal static class TimeLeft
{
    public static string In(Texts texts, WorkingCalendar calendar, DateOnly today, DateOnly due, bool isLate, bool isNatural = false)
    {
        var (from, to) = today < due ? (today, due) : (due, today);
        var (days, working) = (to.DayNumber - from.DayNumber, calendar.WorkingDaysIn(from.DayNumber, to.DayNumber));
        return (days, due > today, working > 0) switch
        {
            (0, _, _) => texts[isLate ? "deadline.late-today" : "deadline.today"],
            _ when isNatural => texts[due > today ? "deadline.left" : "deadline.late", days],
            (_, true, true) => texts["deadline.working-left", working],
            (_, true, false) => texts["deadline.left", days],
            (_, false, true) => texts["deadline.working-late", working],
            _ => texts["deadline.late-today"],
        };
    }
}
