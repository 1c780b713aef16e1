namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// Something that somebody asks for, complains of, suggests or wishes. Never lost; one lead unit, one deadline, an honest outcome.
/// Narrow on purpose: texts, contact and history stand in tables of their own.
/// </summary>
internal sealed class Matter
{
    public required long Id { get; init; }

    /// <summary>What people quote: year, dash, six digits, e.g. 2026-000123. Not secret.</summary>
    public required string Number { get; init; }
    public required MatterKind Kind { get; set; }
    public required Channel Channel { get; init; }
    public Urgency Urgency { get; set; } = Urgency.Ordinary;

    /// <summary>First words of the text, or what the sorter wrote; for staff.</summary>
    public required string Title { get; set; }

    /// <summary>Nobody outside its circle sees that it exists (rules F5): complaints and reports about staff.</summary>
    public bool IsConfidential { get; set; }

    public required MatterState State { get; set; }

    /// <summary>Equals <see cref="MatterStates.IsOpen"/>; a column so that the few open ones can be indexed.</summary>
    public bool IsOpen { get; set; } = true;
    public MatterOutcome Outcome { get; set; }

    public long? LeadUnitId { get; set; }

    /// <summary>The person of the lead unit who signed for it or took it over; the unit stays responsible.</summary>
    public long? HandlerId { get; set; }
    public string? CategoryCode { get; set; }

    /// <summary>Six or nine digits: the county or the town.</summary>
    public required string TownCode { get; set; }

    /// <summary>The finest known place: town or village.</summary>
    public required string PlaceCode { get; set; }

    public long? DriveId { get; init; }
    public long? VisitId { get; init; }
    public long? DutyShiftId { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>The day it was raised, in the place's time zone; for imports the day the file says.</summary>
    public required DateOnly OpenedOn { get; init; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public DateOnly? ClosedOn { get; set; }

    /// <summary>End of the limit that runs now; null when none runs.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>From here on the light is yellow.</summary>
    public DateTimeOffset? NearAt { get; set; }
    public bool IsDueProvisional { get; set; }
    public bool IsPaused { get; set; }
    public required string ProfileCode { get; set; }
    public int ProfileVersion { get; set; }

    /// <summary>1 for the first handling; each redo adds one (rules A2.16).</summary>
    public int Round { get; set; } = 1;
    public int ReturnCount { get; set; }

    /// <summary>After a return was adjudicated or the unit was directly assigned it cannot be returned again (rules A2.8).</summary>
    public bool IsReturnBarred { get; set; }
    public int ExtensionCount { get; set; }
    public int UrgeCount { get; set; }

    /// <summary>Solved while it was being raised (rows F12, G11).</summary>
    public bool IsAtOnce { get; set; }

    /// <summary>A window wanted to refuse it, which no window may (row G06); set until a dispatcher decides.</summary>
    public bool IsWindowEscalation { get; set; }

    /// <summary>The main matter under which this one is handled; this one keeps its own reply and rating (rules A5.1).</summary>
    public long? MainMatterId { get; set; }
    public long? RepeatOfId { get; set; }

    /// <summary>Keyed fingerprint of the requester's telephone, to find repeats without reading it.</summary>
    public byte[]? RequesterPrint { get; init; }

    /// <summary>Grade 1..5 of the last rating, 0 while there is none.</summary>
    public int Grade { get; set; }
    public bool IsPublic { get; set; }
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Who changed it last, for the second of two editors.</summary>
    public string UpdatedBy { get; set; } = "";
    public int Version { get; set; } = 1;
}
