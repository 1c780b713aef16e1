using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Rate;

/// <summary>The requester's judgement of one round, with the one-time token of the link or the code of the receipt.</summary>
/// <param name="Number">The matter's number.</param>
/// <param name="Secret">Token or code.</param>
/// <param name="Grade">1 very dissatisfied .. 5 very satisfied (rules A7.1).</param>
internal sealed record RateMatter(string Number, string Secret, int Grade)
{
    public const int Worst = 1;
    public const int Best = 5;

    /// <summary>Grades up to here are bad ratings and are followed up (rules A7.1, A7.4).</summary>
    public const int Bad = 2;
    public const int LongestComment = 500;

    public bool? IsSolved { get; init; }
    public string? Comment { get; init; }
    public string? OnceKey { get; init; }

    /// <summary>Where it was sent from, for counting wrong secrets; kept nowhere else.</summary>
    public string Address { get; init; } = "";

    /// <summary>What the browser keeps, so that many ratings from one device are seen; null where it keeps nothing.</summary>
    public string? Device { get; init; }

    /// <summary>Grades of the items of the national list that were judged (rules A7.2).</summary>
    public IReadOnlyDictionary<string, int> Items { get; init; } = new Dictionary<string, int>();
}

/// <summary>What stands after it; on a bad one somebody will call (rules A7.4).</summary>
internal sealed record Rated(string Number, int Grade, bool IsBad);

/// <summary>Ratings come from requesters alone: no staff session may give one (rules A7.6).</summary>
internal sealed record StaffMayNotRate() : Refusal("staff-may-not-rate")
{
    public override RefusalKind Kind => RefusalKind.Permission;
}

/// <summary>One matter, one rating a round (rules A7.1).</summary>
internal sealed record AlreadyRated() : Refusal("already-rated")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

/// <summary>Nothing has been answered yet that could be judged (rules A7.6: a rating needs a finished case).</summary>
internal sealed record NotRatableYet() : Refusal("not-ratable-yet");

/// <summary>The link or the right to rate has run out: what is judged late judges something else.</summary>
internal sealed record RatingTooLate(int Days) : Refusal("rating-too-late")
{
    public override IReadOnlyList<object> Arguments => [Days];
}

internal sealed record UnknownGrade() : Refusal("unknown-grade")
{
    public override string? Field => "Grade";
}
