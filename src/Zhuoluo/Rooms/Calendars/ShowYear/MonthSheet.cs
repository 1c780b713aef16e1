namespace Zhuoluo.Rooms.Calendars.ShowYear;

/// <summary>One month as weeks from Monday to Sunday; null where the week belongs to another month.</summary>
internal sealed record MonthSheet(int Number, IReadOnlyList<IReadOnlyList<DaySquare?>> Weeks)
{
    public static MonthSheet Of(int year, int month, WorkingCalendar calendar)
    {
        var first = new DateOnly(year, month, 1);
        var before = ((int)first.DayOfWeek + 6) % 7;
        var squares = Enumerable.Repeat<DaySquare?>(null, before)
            .Concat(Enumerable.Range(0, DateTime.DaysInMonth(year, month)).Select(i => new DaySquare(first.AddDays(i), calendar.NatureOf(first.AddDays(i)))))
            .ToList();
        return new MonthSheet(month, [.. squares.Chunk(7).Select(week => (IReadOnlyList<DaySquare?>)[.. week, .. new DaySquare?[7 - week.Length]])]);
    }
}

internal sealed record DaySquare(DateOnly Day, DayNature Nature);
