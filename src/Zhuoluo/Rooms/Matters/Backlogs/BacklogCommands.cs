using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Backlogs;

/// <summary>A list as somebody wants it: new without an id, changed with one. Its code and first day stay what they were.</summary>
internal sealed record KeepBacklog(string Code, string Name, long UnitId, string Scope, string EntryRule)
{
    public const int LongestName = 60;
    public const int LongestText = 500;

    public long? Id { get; init; }
    public bool IsPublic { get; init; }
    public bool IsEnded { get; init; }
}

/// <summary>Cases to come onto a list: matters by number, or text that is registered as a matter first. All or none.</summary>
internal sealed record EnterBacklog(long BacklogId, IReadOnlyList<BacklogCase> Cases)
{
    public const int Most = 500;
}

/// <param name="StartedOn">The day the trouble began.</param>
/// <param name="Number">A matter that is there.</param>
/// <param name="Text">Or what it is, for a matter to be registered.</param>
/// <param name="PlaceCode">Where, for a matter to be registered.</param>
internal sealed record BacklogCase(DateOnly StartedOn, string? Number, string? Text, string? PlaceCode);

internal sealed record RemoveFromBacklog(long ItemId, string Reason);

internal sealed record BeginSprint(long BacklogId, string Name, DateOnly From, DateOnly To, int Target);

internal sealed record BacklogEnded() : Refusal("backlog-ended");

internal sealed record SprintTooLong(int Most) : Refusal("sprint-too-long")
{
    public override string? Field => "To";
    public override IReadOnlyList<object> Arguments => [Most];
}

internal sealed record SprintOverlaps() : Refusal("sprint-overlaps")
{
    public override string? Field => "From";
}

internal sealed record TooManyLines(int Most) : Refusal("too-many-lines")
{
    public override string? Field => "Lines";
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>A line of what was typed cannot be read: neither day and number nor day and text.</summary>
internal sealed record UnreadableLine(int Line) : Refusal("unreadable-line")
{
    public override string? Field => "Lines";
    public override IReadOnlyList<object> Arguments => [Line];
}

/// <summary>No such matter, or one that the list may not hold.</summary>
internal sealed record NoSuchCase(string Number) : Refusal("no-such-case")
{
    public override string? Field => "Lines";
    public override IReadOnlyList<object> Arguments => [Number];
}
