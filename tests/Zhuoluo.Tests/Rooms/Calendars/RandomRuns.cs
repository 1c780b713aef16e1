using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Tests.Rooms.Calendars;

/// <summary>Seeded random clock runs on whole minutes between 2017 and the summer of 2026, and a "now" for the open pauses.</summary>
internal sealed class RandomRuns(int seed)
{
    private readonly Random _random = new(seed);

    public (ClockRun Run, DateTimeOffset Now) Next()
    {
        var start = Start();
        var pauses = Enumerable.Range(0, _random.Next(4)).Select(_ => Pause(start)).ToList();
        var extensions = Enumerable.Range(0, Math.Max(0, _random.Next(5) - 2)).Select(_ => new Extension(Limit(), start)).ToList();
        return (new ClockRun(Limit(), start, pauses, extensions), start.AddMinutes(_random.Next(40 * 24 * 60)));
    }

    public ClockRun NextPlain(Func<LimitUnit, bool> units)
    {
        var limit = Limit();
        while (!units(limit.Unit))
        {
            limit = Limit();
        }
        return ClockRun.Plain(limit, Start());
    }

    public Pause Pause(DateTimeOffset start)
    {
        // Some begin or end exactly at an end of a day, where mistakes hide.
        var from = start.AddMinutes(_random.Next(-2000, 20 * 24 * 60));
        from = _random.Next(4) switch { 0 => Clock(from, 17, 30), 1 => Clock(from, 0, 0), _ => from };
        var to = from.AddMinutes(_random.Next(8 * 24 * 60));
        return new Pause(from, _random.Next(6) == 0 ? null : _random.Next(4) == 0 ? Clock(to, 18, 0) : to, "material");
    }

    private DateTimeOffset Start() => new DateTimeOffset(2017, 1, 1, 0, 0, 0, LocalDay.Offset).AddMinutes(_random.Next((9 * 365 + 180) * 24 * 60));

    private Limit Limit() => (LimitUnit)_random.Next(1, 5) switch
    {
        LimitUnit.NaturalDay => new(_random.Next(40), LimitUnit.NaturalDay),
        LimitUnit.WorkingDay => new(_random.Next(25), LimitUnit.WorkingDay),
        LimitUnit.NaturalHour => new(_random.Next(73), LimitUnit.NaturalHour),
        _ => new(_random.Next(30), LimitUnit.OfficeHour),
    };

    private static DateTimeOffset Clock(DateTimeOffset at, int hour, int minute)
    {
        var day = LocalDay.Of(at);
        return new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, minute)), LocalDay.Offset);
    }
}
