using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Calendars.Counting;

/// <summary>The pauses of a run as ordered, merged spans of China's wall-clock ticks.</summary>
internal readonly struct StoppedTime
{
    private readonly (long From, long To)[] _spans;

    private StoppedTime((long, long)[] spans) => _spans = spans;

    public bool IsEmpty => _spans.Length == 0;

    /// <summary>A pause that is still open is taken to end now, so that the answer is "if it ran again from now".</summary>
    public static StoppedTime Of(IReadOnlyList<Pause> pauses, DateTimeOffset now)
    {
        if (pauses.Count == 0)
        {
            return new StoppedTime([]);
        }
        var spans = new List<(long From, long To)>(pauses.Count);
        foreach (var pause in pauses.OrderBy(p => p.From))
        {
            var (from, to) = (Wall.Of(pause.From), Wall.Of(pause.To ?? now));
            if (to <= from)
            {
                continue;
            }
            if (spans.Count > 0 && from <= spans[^1].To)
            {
                spans[^1] = (spans[^1].From, Math.Max(spans[^1].To, to));
            }
            else
            {
                spans.Add((from, to));
            }
        }
        return new StoppedTime([.. spans]);
    }

    /// <summary>Whether the clock stood still over the end of a day. Such a day does not count; any other does (decision 0003).</summary>
    public bool StandsOver(long end)
    {
        foreach (var (from, to) in _spans)
        {
            if (from < end && end <= to)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Lets <paramref name="left"/> ticks run in [from, to). Returns where they were used up, or null if some are left.</summary>
    public long? Advance(long from, long to, ref long left)
    {
        var at = from;
        foreach (var span in _spans)
        {
            if (span.To <= at)
            {
                continue;
            }
            if (span.From >= to)
            {
                break;
            }
            if (span.From > at)
            {
                if (span.From - at >= left)
                {
                    return at + left;
                }
                left -= span.From - at;
            }
            at = span.To;
        }
        if (at >= to)
        {
            return null;
        }
        if (to - at >= left)
        {
            return at + left;
        }
        left -= to - at;
        return null;
    }
}

/// <summary>China's wall clock in ticks since year 1; a day is <see cref="TimeSpan.TicksPerDay"/> of them.</summary>
internal static class Wall
{
    public static long Of(DateTimeOffset at) => at.UtcTicks + LocalDay.Offset.Ticks;
    public static DateTimeOffset Instant(long wall) => new(wall - LocalDay.Offset.Ticks, TimeSpan.Zero);
    public static int Day(long wall) => (int)(wall / TimeSpan.TicksPerDay);
}
