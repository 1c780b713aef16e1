using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Rhythm.Meetings;

/// <summary>Held or cancelled: its paper does not change any more.</summary>
internal sealed record MeetingOver() : Refusal("meeting-over")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

internal sealed record NotAMeeting() : Refusal("not-a-meeting")
{
    public override string? Field => "Kind";
}

internal sealed record HeldInFuture() : Refusal("held-in-future")
{
    public override string? Field => "On";
}

internal sealed record DueBeforeMade() : Refusal("due-before-made")
{
    public override string? Field => "DueOn";
}

internal sealed record UnknownProject() : Refusal("unknown-project")
{
    public override string? Field => "ProjectNumber";
}

internal sealed record DecisionDone() : Refusal("decision-done")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

internal sealed record DecisionNotDone() : Refusal("decision-not-done")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}
