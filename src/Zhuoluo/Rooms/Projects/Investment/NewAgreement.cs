namespace Zhuoluo.Rooms.Projects.Investment;

/// <summary>An agreement as somebody writes it down; the amount is what is planned, in whole fen.</summary>
internal sealed record NewAgreement(string Name, string Investor, AgreementType Type, long AmountFen, DateOnly SignedOn, long UnitId)
{
    public string? Field { get; init; }
    public long? EventId { get; init; }
}

/// <summary>One step of an agreement, or the correction of what was written down wrongly.</summary>
internal sealed record MoveAgreement(long Id, AgreementVerb Verb)
{
    /// <summary>The day on which it was so; today where nothing is said.</summary>
    public DateOnly? On { get; init; }

    /// <summary>How far it is now, of a move.</summary>
    public AgreementState? To { get; init; }

    /// <summary>Number of the project as which it lands.</summary>
    public string? Project { get; init; }

    /// <summary>Why, of a cancellation and a correction.</summary>
    public string? Text { get; init; }
    public AgreementType? Type { get; init; }
    public long? AmountFen { get; init; }
    public int ExpectedVersion { get; init; }
}
