using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Rhythm.Inspections;

internal sealed record InspectionPlannedPast() : Refusal("inspection-planned-past")
{
    public override string? Field => "PlannedOn";
}

/// <summary>Others of the same unit and topic are near; it may still be asked for, with a reason that is kept.</summary>
internal sealed record InspectionOverlaps(int Count, int Days) : Refusal("inspection-overlaps")
{
    public override string? Field => "OverlapReason";
    public override IReadOnlyList<object> Arguments => [Count, Days];
}

/// <summary>Not from the state in which it is.</summary>
internal sealed record InspectionNotSo() : Refusal("inspection-not-so")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

internal sealed record ObjectionTooLate(int Days) : Refusal("objection-too-late")
{
    public override IReadOnlyList<object> Arguments => [Days];
}

internal sealed record TooManyFindings(int Most) : Refusal("too-many-findings")
{
    public override string? Field => "Findings";
    public override IReadOnlyList<object> Arguments => [Most];
}
