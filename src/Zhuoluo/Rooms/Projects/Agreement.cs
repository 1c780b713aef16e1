namespace Zhuoluo.Rooms.Projects;

/// <summary>
/// What an investor signed to invest (row H04): from the signature to the first product. As soon as it has landed as a project, that project
/// says how far it is (<see cref="StageOf"/>); nobody types it beside the project's own records.
/// </summary>
internal sealed class Agreement
{
    public const int LongestName = 120;
    public const int LongestField = 40;
    public const int LongestReason = 500;

    public required long Id { get; init; }

    /// <summary>Such as A2021-00006.</summary>
    public required string Number { get; init; }
    public required int Year { get; init; }
    public required string Name { get; init; }

    /// <summary>The firm or body that invests.</summary>
    public required string Investor { get; init; }
    public required AgreementType Type { get; set; }

    /// <summary>Planned investment, whole fen.</summary>
    public required long AmountFen { get; set; }

    /// <summary>Industry or field; a member of a <see cref="SchemeLabel"/> may carry the same word.</summary>
    public string? Field { get; init; }
    public required DateOnly SignedOn { get; init; }

    /// <summary>The event at which it was signed; null where it was signed without one.</summary>
    public long? EventId { get; init; }

    /// <summary>The unit that follows it up.</summary>
    public required long UnitId { get; init; }

    /// <summary>The project that it landed as.</summary>
    public long? ProjectId { get; set; }

    /// <summary>As recorded. What holds where there is a project is <see cref="StageOf"/>.</summary>
    public required AgreementState State { get; set; }

    /// <summary>The day of <see cref="State"/>.</summary>
    public required DateOnly StateOn { get; set; }
    public string? CancelledReason { get; set; }
    public required DateTimeOffset UpdatedAt { get; set; }
    public required string UpdatedBy { get; set; }
    public int Version { get; set; } = 1;

    /// <summary>How far it is. A project tells everything up to built; that the works produce is recorded here, and holds only while the project is done.</summary>
    public static AgreementState StageOf(AgreementState recorded, ProjectState? project, bool isStarted, bool isPartBuilt) =>
        recorded == AgreementState.Cancelled || project is not { } state ? recorded
        : state is ProjectState.Cancelled or ProjectState.NotEntered ? AgreementState.Signed
        : state.IsDone() ? (recorded == AgreementState.Producing ? AgreementState.Producing : AgreementState.Built)
        : isPartBuilt ? AgreementState.PartBuilt
        : isStarted ? AgreementState.Started
        : AgreementState.Landed;
}

/// <summary>Kind of paper that was signed. Numbers are stored; never renumber.</summary>
internal enum AgreementType { Strategic = 1, Cooperation = 2, Contract = 3, Intent = 4, Other = 5 }

/// <summary>The chain of row H04. Numbers are stored; never renumber.</summary>
internal enum AgreementState { Signed = 1, Landed = 2, Started = 3, PartBuilt = 4, Built = 5, Producing = 6, Cancelled = 7 }

/// <summary>What may be done to an agreement. Numbers are stored; never renumber.</summary>
internal enum AgreementVerb { Sign = 1, Land = 2, Move = 3, Cancel = 4, Correct = 5 }

/// <summary>One line of its history; a correction keeps what stood there before. Never changed, never deleted.</summary>
internal sealed class AgreementStep
{
    public required long Id { get; init; }
    public required long AgreementId { get; init; }
    public required AgreementVerb Verb { get; init; }
    public required AgreementState From { get; init; }
    public required AgreementState To { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Of a correction: what stood there before.</summary>
    public AgreementType? OldType { get; init; }
    public long? OldFen { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string PersonName { get; init; }
    public long? OfficeId { get; init; }
    public string? Note { get; init; }
}

/// <summary>The next number of a year.</summary>
internal sealed class AgreementCounter
{
    public required int Year { get; init; }
    public required long Next { get; set; }
}

internal static class AgreementStates
{
    public static string Tone(this AgreementState state) => state switch
    {
        AgreementState.Signed => "plain",
        AgreementState.Built or AgreementState.Producing => "good",
        AgreementState.Cancelled => "bad",
        _ => "busy",
    };
}

/// <summary>How it stands afterwards.</summary>
internal sealed record AgreementDone(long Id, string Number, AgreementState State, int Version);
