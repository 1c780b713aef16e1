using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Evaluation.Dissatisfied;

/// <summary>What somebody does about a dissatisfied requester; the same from a page, the API and the followers.</summary>
/// <param name="Id">Of the dissatisfaction.</param>
/// <param name="Verb">What is done.</param>
/// <param name="ExpectedVersion">The version the person saw; 0 does not check.</param>
internal sealed record DissatisfiedDeed(long Id, DissatisfactionVerb Verb, int ExpectedVersion)
{
    public const int LongestNote = 1000;

    public string? Note { get; init; }
    public DissatisfactionExit Exit { get; init; }

    /// <summary>When what is put off is looked at again.</summary>
    public DateOnly? ReviewOn { get; init; }
}

internal sealed record DissatisfiedDone(long Id, long MatterId, DissatisfactionState State, int Version);

/// <summary>Not from there.</summary>
internal sealed record NotFromThere() : Refusal("not-from-there")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

/// <summary>Whoever asked may not decide (rules A4.4, A7.4).</summary>
internal sealed record AskerDecides() : Refusal("asker-decides")
{
    public override RefusalKind Kind => RefusalKind.Permission;
}

internal sealed record TriesMissing(int Days) : Refusal("tries-missing")
{
    public override IReadOnlyList<object> Arguments => [Days];
}

/// <summary>Only a rating can be a mistake or malicious; what somebody said on a call is what they said.</summary>
internal sealed record OnlyRatingsAreStruck() : Refusal("only-ratings-are-struck")
{
    public override string? Field => "Exit";
}

internal sealed record DateNotAhead() : Refusal("date-not-ahead")
{
    public override string? Field => "ReviewOn";
}
