using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Deeds;

/// <summary>Not in this state; says which it is.</summary>
internal sealed record WrongProjectState(ProjectState State) : Refusal("wrong-project-state")
{
    public override IReadOnlyList<object> Arguments => [new TextKey("project.state." + Word.Of(State))];
    public override RefusalKind Kind => RefusalKind.Conflict;
}

/// <summary>Who does the work cannot be the one who accepts it (rules B4.1).</summary>
internal sealed record AcceptedByItself() : Refusal("accepted-by-itself");

internal sealed record OnListAlready() : Refusal("on-list-already")
{
    public override string? Field => "ProgrammeId";
}

internal sealed record NotOnList() : Refusal("not-on-list")
{
    public override string? Field => "ProgrammeId";
}

internal sealed record ProgrammeOver() : Refusal("programme-over")
{
    public override string? Field => "ProgrammeId";
}

/// <summary>Taking it off its last list would end the promise: that is a cancellation, with approval and reason.</summary>
internal sealed record LastList() : Refusal("last-list");

/// <summary>A day before another that must come first.</summary>
internal sealed record BeforeDay(string FieldName, DateOnly Day) : Refusal("before-day")
{
    public override string? Field => FieldName;
    public override IReadOnlyList<object> Arguments => [Day];
}

/// <summary>What stands against closing; the first of them is said (rules B4.1).</summary>
internal sealed record ClosingGuard(string Guard) : Refusal("closing-guard")
{
    public override IReadOnlyList<object> Arguments => [new TextKey("project.guard." + Guard)];
}

/// <summary>A step of letters comes after the one before ran out, or with the word that it is urgent (rules B3.4).</summary>
internal sealed record LetterTooEarly() : Refusal("letter-too-early")
{
    public override string? Field => "Letter";
}

