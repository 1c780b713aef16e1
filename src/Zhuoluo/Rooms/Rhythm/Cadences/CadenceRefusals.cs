using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Rhythm.Cadences;

internal sealed record CadenceTaken() : Refusal("cadence-taken")
{
    public override string? Field => "Code";
    public override RefusalKind Kind => RefusalKind.Conflict;
}

internal sealed record UnreadableCadenceCode() : Refusal("unreadable-cadence-code")
{
    public override string? Field => "Code";
}

internal sealed record CadenceNeedsUnits(int Most) : Refusal("cadence-needs-units")
{
    public override IReadOnlyList<object> Arguments => [Most];
}

internal sealed record CadenceNeedsSteps(int Most) : Refusal("cadence-needs-steps")
{
    public override IReadOnlyList<object> Arguments => [Most];
}

internal sealed record DayOutsidePeriod(string Step, int Longest) : Refusal("day-outside-period")
{
    public override IReadOnlyList<object> Arguments => [Step, Longest];
}

/// <summary>Its day has not come, or it says to have been done on a day that is not over.</summary>
internal sealed record DoneInFuture() : Refusal("done-in-future")
{
    public override string? Field => "On";
}

internal sealed record BeatDone() : Refusal("beat-done")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}
