namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>What somebody wants to do to a petition; the same value from a page, the API and the demonstration. A field that the verb does not ask for is ignored.</summary>
internal sealed record PetitionDeed(long MatterId, PetitionVerb Verb, int ExpectedVersion)
{
    public PetitionSort? Sort { get; init; }
    public PetitionRoute? Route { get; init; }

    /// <summary>Whom an accusation names.</summary>
    public long? AccusedUnitId { get; init; }

    /// <summary>To whom it is forwarded, or who reviews it.</summary>
    public long? UnitId { get; init; }

    /// <summary>A reviewing body above this county.</summary>
    public string? Body { get; init; }

    /// <summary>The day of what is recorded: asked, decided, visited, settled.</summary>
    public DateOnly? On { get; init; }
    public DateOnly? DeliveredOn { get; init; }
    public string? Text { get; init; }
    public string? Claim { get; init; }
    public string? Facts { get; init; }
    public string? Opinion { get; init; }
    public string? Basis { get; init; }
    public OpinionOutcome? Outcome { get; init; }
    public ReviewRuling? Ruling { get; init; }
    public long? PersonId { get; init; }
    public NoteKind? NoteKind { get; init; }
    public string? OnceKey { get; init; }
}

/// <summary>What stands after a petition's deed.</summary>
internal sealed record PetitionDone(long MatterId, string Number, PetitionStage Stage, MatterState State, int Version);
