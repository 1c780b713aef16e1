using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars.Years;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>What counts as the end of a day (rules A3.2, Civil Code article 203): closing time where there are office hours, else 24:00.</summary>
internal enum DayEnd { Close = 1, Midnight = 2 }

/// <summary>
/// Which days are working days and when offices are open. Immutable; a table of every day from 2004 to 2100, so that
/// asking and counting cost one look. Days are those of <see cref="LocalDay"/>.
/// </summary>
internal sealed class WorkingCalendar
{
    public const int FirstYear = 2004;
    public const int FinalYear = 2100;
    public const string TimeZone = "Asia/Shanghai";

    private static readonly int _firstDay = new DateOnly(FirstYear, 1, 1).DayNumber;
    private static readonly int _count = new DateOnly(FinalYear, 12, 31).DayNumber - _firstDay + 1;

    private readonly DayTable _table;

    public WorkingCalendar(IReadOnlyCollection<CalendarYear> years, OfficeHours hours, DayEnd end)
    {
        (OfficeHours, DayEnd) = (hours, end);
        _table = DayTable.Build(years, _firstDay, _count);
    }

    private WorkingCalendar(DayTable table, OfficeHours hours, DayEnd end) => (_table, OfficeHours, DayEnd) = (table, hours, end);

    public OfficeHours OfficeHours { get; }
    public DayEnd DayEnd { get; }

    /// <summary>The last year of an unbroken row of years with a holiday notice.</summary>
    public int LastYearWithData => _table.LastYearWithData;

    /// <summary>The same days with another rule for the end of a day.</summary>
    public WorkingCalendar EndingAt(DayEnd end) => end == DayEnd ? this : new WorkingCalendar(_table, OfficeHours, end);

    public bool HasDataFor(int year) => _table.HasDataFor(year);

    public bool IsWorking(DateOnly day) => IsWorking(day.DayNumber);

    public DayNature NatureOf(DateOnly day)
    {
        var kind = KindOf(day.DayNumber);
        return new DayNature(kind, _table.Names.GetValueOrDefault(day.DayNumber, ""), !HasDataFor(day.Year));
    }

    /// <summary>The instant at which <paramref name="day"/> ends for a time limit.</summary>
    public DateTimeOffset EndOf(DateOnly day) => new(EndOf(day.DayNumber) - LocalDay.Offset.Ticks, TimeSpan.Zero);

    public bool IsWorking(int day) => KindOf(day) is DayKind.Weekday or DayKind.MakeUp;

    /// <summary>China's wall-clock ticks at which a day ends.</summary>
    public long EndOf(int day) => DayEnd == DayEnd.Close && IsWorking(day)
        ? day * TimeSpan.TicksPerDay + OfficeHours.On(DateOnly.FromDayNumber(day)).Close.Ticks
        : (day + 1) * TimeSpan.TicksPerDay;

    /// <summary>The working day that is number <paramref name="n"/> (at least 1) after <paramref name="day"/>.</summary>
    public int WorkingDayAfter(int day, int n)
    {
        var index = day - _firstDay;
        if (index >= 0 && index < _count && _table.WorkingUpTo[index] + n <= _table.Working.Length)
        {
            return _table.Working[_table.WorkingUpTo[index] + n - 1];
        }
        while (n > 0)
        {
            n -= IsWorking(++day) ? 1 : 0;
        }
        return day;
    }

    /// <summary>How many working days lie in (after, until].</summary>
    public int WorkingDaysIn(int after, int until)
    {
        if (after >= _firstDay && until < _firstDay + _count)
        {
            return _table.WorkingUpTo[until - _firstDay] - _table.WorkingUpTo[after - _firstDay];
        }
        var days = 0;
        for (var day = after + 1; day <= until; day++)
        {
            days += IsWorking(day) ? 1 : 0;
        }
        return days;
    }

    /// <summary>Whether a year without data takes part in these days, both included.</summary>
    public bool IsProvisional(int from, int to)
    {
        var last = DateOnly.FromDayNumber(to).Year;
        for (var year = DateOnly.FromDayNumber(from).Year; year <= last; year++)
        {
            if (!HasDataFor(year))
            {
                return true;
            }
        }
        return false;
    }

    private DayKind KindOf(int day)
    {
        var index = day - _firstDay;
        return (uint)index < (uint)_count ? _table.Kinds[index] : DayTable.PlainKind(day);
    }
}
