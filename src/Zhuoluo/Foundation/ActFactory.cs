namespace Zhuoluo.Foundation;

/// <summary>The only place that asks the clock and the system's chance. Edges take their acts from here.</summary>
internal sealed class ActFactory(TimeProvider time, IdSource ids, Chance chance)
{
    public DateTimeOffset Now => Truncate(time.GetUtcNow());

    public Act New(Actor who, Door through, string? why = null)
    {
        var at = Now;
        return new Act(who, at, through, why, Guid.CreateVersion7(at), ids, chance);
    }

    // The databases keep whole microseconds; an act that says more would not be equal to itself after a round trip.
    private static DateTimeOffset Truncate(DateTimeOffset at) => new(at.UtcTicks / 10 * 10, TimeSpan.Zero);
}
