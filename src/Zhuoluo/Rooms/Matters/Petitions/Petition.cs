namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>
/// What makes a matter a petition (信访工作条例; rules A8). The register of petitions is the official petition information system
/// (article 21): this row keeps its number, sealed, and what our own clocks and counts need. Open or closed is the matter's.
/// </summary>
internal sealed class Petition
{
    public required long MatterId { get; init; }

    /// <summary>Which official system, from catalog/matters/petition-systems.json.</summary>
    public required string SystemCode { get; set; }

    /// <summary>The number there, sealed: it leads to a person.</summary>
    public byte[]? NumberSealed { get; set; }
    public long? NumberKeyId { get; set; }

    /// <summary>Keyed fingerprint of the number, to find it again and to refuse it twice.</summary>
    public byte[]? NumberPrint { get; set; }

    /// <summary>Only to a host that the list of systems allows.</summary>
    public string? LinkUrl { get; set; }
    public required SourceLevel Level { get; init; }
    public required PetitionForm Form { get; init; }
    public PetitionSort? Sort { get; set; }
    public PetitionRoute? Route { get; set; }
    public required PetitionStage Stage { get; set; }
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>How often it was raised, the first time included.</summary>
    public int Times { get; set; } = 1;

    /// <summary>On a list of repeat petitions that an upper body handed down (figures S2-024, S2-025).</summary>
    public bool IsRepeatListed { get; init; }

    /// <summary>How many raise it together, and how many of them came as representatives: at most five (article 20).</summary>
    public int People { get; init; } = 1;
    public int Representatives { get; init; }

    /// <summary>A long-standing, difficult case (figures S2-022, S2-023), with the reason why it is called one.</summary>
    public bool IsHard { get; set; }
    public string? HardReason { get; set; }

    /// <summary>Whom an accusation names: never leads it and never sees it (article 30).</summary>
    public long? AccusedUnitId { get; set; }

    /// <summary>The lead person now; the row of <see cref="PetitionLead"/> has the period.</summary>
    public long? LeadPersonId { get; set; }
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>Of the opinion that stands.</summary>
    public OpinionOutcome? Outcome { get; set; }

    /// <summary>The unit says that it is settled; counts only once somebody else has checked it.</summary>
    public DateOnly? ResolvedOn { get; set; }
    public long? ResolvedById { get; set; }
    public string ResolvedByName { get; set; } = "";
    public DateOnly? CheckedOn { get; set; }
    public string CheckedByName { get; set; } = "";
    public required DateTimeOffset UpdatedAt { get; set; }
    public required string UpdatedBy { get; set; }
    public int Version { get; set; } = 1;
}
