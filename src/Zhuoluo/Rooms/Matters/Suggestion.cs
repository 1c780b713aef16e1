namespace Zhuoluo.Rooms.Matters;

/// <summary>What the machine suggested and what a person made of it (rules G1.5, A5.1): kept so that the suggestions can be judged.</summary>
internal sealed class Suggestion
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required SuggestionKind Kind { get; init; }

    /// <summary>The topic that was suggested.</summary>
    public string? SuggestedCode { get; init; }

    /// <summary>The matter that was said to be alike.</summary>
    public long? OtherId { get; init; }

    /// <summary>Thousandths; 0 where there is none.</summary>
    public int Score { get; init; }
    public required Verdict Verdict { get; init; }

    /// <summary>The topic that was chosen.</summary>
    public string? ChosenCode { get; init; }
    public required DateTimeOffset At { get; init; }
    public long? PersonId { get; init; }
    public string PersonName { get; init; } = "";
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum SuggestionKind { Category = 1, Duplicate = 2 }

/// <summary>Numbers are stored; never renumber.</summary>
internal enum Verdict
{
    Taken = 1,

    /// <summary>Something else was chosen, or it was said that they differ.</summary>
    Rejected = 2,

    /// <summary>It was shown and the person went on without saying anything of it.</summary>
    PassedOver = 3,
}
