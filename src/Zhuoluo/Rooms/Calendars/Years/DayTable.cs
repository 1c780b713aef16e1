namespace Zhuoluo.Rooms.Calendars.Years;

/// <summary>Every day of the calendar worked out once: kind, rank among the working days, and the working days in order.</summary>
internal sealed class DayTable
{
    public required DayKind[] Kinds { get; init; }

    /// <summary>How many working days there are up to and including the day at this index.</summary>
    public required int[] WorkingUpTo { get; init; }

    /// <summary>Day numbers of all working days.</summary>
    public required int[] Working { get; init; }

    public required IReadOnlyDictionary<int, string> Names { get; init; }
    public required int LastYearWithData { get; init; }
    public required IReadOnlySet<int> Years { get; init; }

    public bool HasDataFor(int year) => Years.Contains(year);

    public static DayKind PlainKind(int day) =>
        DateOnly.FromDayNumber(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Weekday;

    public static DayTable Build(IReadOnlyCollection<CalendarYear> years, int firstDay, int count)
    {
        var kinds = new DayKind[count];
        var names = new Dictionary<int, string>();
        var known = years.Select(y => y.Year).ToHashSet();
        for (var i = 0; i < count; i++)
        {
            kinds[i] = PlainKind(firstDay + i);
        }
        // Rules C1.5: until the notice is out, the statutory days alone; the notice replaces them.
        for (var year = DateOnly.FromDayNumber(firstDay).Year; year <= DateOnly.FromDayNumber(firstDay + count - 1).Year; year++)
        {
            if (!known.Contains(year))
            {
                Mark(StatutoryDays.Of(year), DayKind.Holiday);
            }
        }
        foreach (var year in years.OrderBy(y => y.Year))
        {
            Mark(year.Holidays, DayKind.Holiday);
            Mark(year.Workdays, DayKind.MakeUp);
        }

        var ranks = new int[count];
        var working = new List<int>(count);
        for (var i = 0; i < count; i++)
        {
            if (kinds[i] is DayKind.Weekday or DayKind.MakeUp)
            {
                working.Add(firstDay + i);
            }
            ranks[i] = working.Count;
        }
        return new DayTable
        {
            Kinds = kinds,
            WorkingUpTo = ranks,
            Working = [.. working],
            Names = names,
            Years = known,
            LastYearWithData = LastOfRow(known),
        };

        void Mark(IReadOnlyDictionary<DateOnly, string> days, DayKind kind)
        {
            foreach (var (day, name) in days)
            {
                var index = day.DayNumber - firstDay;
                if ((uint)index < (uint)count)
                {
                    kinds[index] = kind;
                    names[day.DayNumber] = name;
                }
            }
        }
    }

    private static int LastOfRow(HashSet<int> known)
    {
        var year = known.Count == 0 ? WorkingCalendar.FirstYear - 1 : known.Min();
        while (known.Contains(year + 1))
        {
            year++;
        }
        return year;
    }
}
