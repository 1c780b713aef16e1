namespace Zhuoluo.Demo;

/// <summary>While the demonstration is made, acts happen at the times that the invented story tells. The served demonstration uses the real clock.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public DateTimeOffset Now => _now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(DateTimeOffset now) => _now = now;

    /// <summary>A working hour of a day in China.</summary>
    public void Set(DateOnly day, int hour, int minute = 0) =>
        _now = new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.FromHours(8)).ToUniversalTime();
}
