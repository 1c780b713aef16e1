using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Elements;

/// <summary>A need of a project. With a unit it is given to that unit at once, which only who keeps the lists may do.</summary>
internal sealed record AskElement(long ProjectId, ElementKind Kind, string Text, DateOnly DueOn)
{
    public long? UnitId { get; init; }
    public string? OnceKey { get; init; }
}

internal sealed record AssignNeed(long Id, long UnitId, DateOnly DueOn)
{
    public int ExpectedVersion { get; init; }
}

/// <param name="Id">Of the need.</param>
/// <param name="IsGuaranteed">False: refused.</param>
/// <param name="Text">What was done, or why not.</param>
internal sealed record AnswerNeed(long Id, bool IsGuaranteed, string Text)
{
    public DateOnly? On { get; init; }
    public int ExpectedVersion { get; init; }
}

/// <summary>It was answered already; says how.</summary>
internal sealed record NeedAnswered(NeedState State) : Refusal("need-answered")
{
    public override IReadOnlyList<object> Arguments => [new TextKey("project.need.state." + Word.Of(State))];
}

/// <summary>Nobody can answer before it was given to a unit.</summary>
internal sealed record NeedUnassigned() : Refusal("need-unassigned");
