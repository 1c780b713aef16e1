using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>Not in this state; says which it is and what can be done instead.</summary>
internal sealed record WrongState(MatterState State, IReadOnlyList<Verb> Possible) : Refusal("wrong-state")
{
    public override IReadOnlyList<object> Arguments => [State.Key(), Possible.Select(v => v.Key()).ToList()];
    public override RefusalKind Kind => RefusalKind.Conflict;
}

internal sealed record ReturnBarred() : Refusal("return-barred");

internal sealed record DeadlinePassed() : Refusal("deadline-passed");

internal sealed record AlreadyExtended() : Refusal("already-extended");

/// <summary>More time than the profile allows.</summary>
internal sealed record ExtensionTooLong(string Most) : Refusal("extension-too-long")
{
    public override string? Field => "limit";
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>The topic is another body's duty; a town or village cannot be made to lead it (rules A2.20).</summary>
internal sealed record NotItsDuty(string UnitName) : Refusal("not-its-duty")
{
    public override string? Field => "unitId";
    public override IReadOnlyList<object> Arguments => [UnitName];
}

internal sealed record HelperIsLead() : Refusal("helper-is-lead")
{
    public override string? Field => "assistUnitIds";
}

internal sealed record Itself() : Refusal("itself")
{
    public override string? Field => "otherMatterId";
}

/// <summary>The main matter must be open and be no part of another.</summary>
internal sealed record NoMainMatter() : Refusal("no-main-matter")
{
    public override string? Field => "otherMatterId";
}

internal sealed record DifferentPeople() : Refusal("different-people")
{
    public override string? Field => "otherMatterId";
}

/// <summary>Neither called back nor tried on three days, and the requester did not say that no call is wanted.</summary>
internal sealed record NotCalledBack() : Refusal("not-called-back");

/// <summary>The requester says that it is not solved; it cannot be closed as solved.</summary>
internal sealed record SaidUnsolved() : Refusal("said-unsolved");

internal sealed record MainStillOpen() : Refusal("main-still-open");

internal sealed record NotYetThreeRounds(int Rounds) : Refusal("not-yet-three-rounds")
{
    public override IReadOnlyList<object> Arguments => [Rounds];
}

internal sealed record ReopenTooLate(int Days) : Refusal("reopen-too-late")
{
    public override IReadOnlyList<object> Arguments => [Days];
}

internal sealed record NothingSorted() : Refusal("nothing-sorted");


/// <summary>Other people's matters are handled under this one and wait for its answer.</summary>
internal sealed record OthersUnderIt() : Refusal("others-under-it");

/// <summary>Something about the answer looks odd; a tick sends it all the same and the reviewer is shown why.</summary>
internal sealed record AnswerLooksOdd(bool IsReused, bool IsOffTopic) : Refusal("answer-looks-odd");
