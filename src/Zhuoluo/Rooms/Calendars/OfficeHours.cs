namespace Zhuoluo.Rooms.Calendars;

/// <summary>When offices are open on a working day; differs by season in most counties (rules C1.6).</summary>
internal sealed class OfficeHours
{
    // Index month * 32 + day, so that asking costs one look.
    private readonly OfficeSeason[] _byMonthAndDay = new OfficeSeason[13 * 32];

    public OfficeHours(IReadOnlyList<OfficeSeason> seasons)
    {
        if (seasons.Count == 0 || seasons.Any(s => !s.IsOrdered))
        {
            throw new ArgumentException("A season needs open spans in order.", nameof(seasons));
        }
        Seasons = seasons;
        Array.Fill(_byMonthAndDay, seasons[0]);
        foreach (var season in seasons)
        {
            for (var i = 32; i < _byMonthAndDay.Length; i++)
            {
                if (season.Covers(i / 32, i % 32))
                {
                    _byMonthAndDay[i] = season;
                }
            }
        }
    }

    /// <summary>Later seasons win over earlier ones; the first also covers days that none names.</summary>
    public IReadOnlyList<OfficeSeason> Seasons { get; }

    public OfficeSeason On(DateOnly day) => _byMonthAndDay[day.Month * 32 + day.Day];
}

/// <summary>One season, from a month and day to a month and day, both included; may run over New Year.</summary>
/// <param name="From">"MM-dd".</param>
/// <param name="To">"MM-dd".</param>
/// <param name="Open">Open spans of a day, in order, not overlapping.</param>
internal sealed record OfficeSeason(string From, string To, IReadOnlyList<OfficeSpan> Open)
{
    public TimeOnly Close => Open[^1].To;

    public bool IsOrdered =>
        Open.Count > 0 && Open.All(s => s.From < s.To) && Open.Zip(Open.Skip(1)).All(pair => pair.First.To <= pair.Second.From);

    public bool Covers(int month, int day)
    {
        var at = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{month:00}-{day:00}");
        var afterFrom = string.CompareOrdinal(From, at) <= 0;
        var beforeTo = string.CompareOrdinal(at, To) <= 0;
        return string.CompareOrdinal(From, To) <= 0 ? afterFrom && beforeTo : afterFrom || beforeTo;
    }
}

internal sealed record OfficeSpan(TimeOnly From, TimeOnly To);
