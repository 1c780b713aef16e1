namespace Zhuoluo.Rooms.Rhythm;

/// <summary>
/// A check by the office (rows F08; rules A9, after the regulations on government inspection of 2021): it needs a basis and somebody other than who asks to
/// approve it, before it can start; what it finds becomes decisions; the unit may object, and somebody else rules on that.
/// </summary>
internal sealed class Inspection
{
    public const int LongestTopic = 60;
    public const int LongestBasis = 200;
    public const int LongestText = 1000;
    public const int MostFindings = 10;

    /// <summary>Days within which the unit may object, and after that within which somebody rules (article 17).</summary>
    public const int DaysToObject = 30;

    /// <summary>Another one of the same unit and topic this near is pointed out (article 15: no repeats; rules A9.3).</summary>
    public const int DaysOfOverlap = 90;

    public required long Id { get; init; }
    public required InspectionKind Kind { get; init; }
    public required string Topic { get; init; }
    public required long UnitId { get; init; }
    public required long OfficeId { get; init; }

    /// <summary>The decision or approved proposal it rests on (article 11).</summary>
    public required string Basis { get; init; }
    public required DateOnly PlannedOn { get; init; }

    /// <summary>How many others of the unit and topic were near when it was asked for, and why it is needed all the same.</summary>
    public required int Overlaps { get; init; }
    public string? OverlapReason { get; init; }
    public long? AskedById { get; init; }
    public required string AskedByName { get; init; }
    public required DateOnly AskedOn { get; init; }
    public bool? IsApproved { get; set; }
    public string? DecidedByName { get; set; }
    public DateOnly? DecidedOn { get; set; }
    public string? DecisionNote { get; set; }
    public DateOnly? HeldOn { get; set; }

    /// <summary>Made and told to the unit (article 16).</summary>
    public string? Conclusion { get; set; }
    public long? ConcludedById { get; set; }
    public string? ConcludedByName { get; set; }
    public DateOnly? ConcludedOn { get; set; }

    /// <summary>Under which its findings stand as decisions.</summary>
    public long? MeetingId { get; set; }
    public string? Objection { get; set; }
    public DateOnly? ObjectedOn { get; set; }

    /// <summary>Whether the objection was right.</summary>
    public bool? IsGranted { get; set; }
    public string? Ruling { get; set; }
    public string? RuledByName { get; set; }
    public DateOnly? RuledOn { get; set; }
    public required string ChangedByName { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }
    public int Version { get; set; } = 1;

    public InspectionState State => IsApproved switch
    {
        null => InspectionState.Asked,
        false => InspectionState.Declined,
        _ => ConcludedOn is null ? InspectionState.Approved : ObjectedOn is null ? InspectionState.Concluded : RuledOn is null ? InspectionState.Objected : InspectionState.Ruled,
    };

    public DateOnly? LastToObject => ConcludedOn?.AddDays(DaysToObject);

    public DateOnly? LastToRule => ObjectedOn?.AddDays(DaysToObject);
}

/// <summary>The five of article 14. Numbers are stored; never renumber.</summary>
internal enum InspectionKind { Comprehensive = 1, Special = 2, Incident = 3, Routine = 4, Clue = 5 }

internal enum InspectionState { Asked, Declined, Approved, Concluded, Objected, Ruled }

internal static class InspectionStates
{
    public static string Tone(this InspectionState state) => state switch
    {
        InspectionState.Asked or InspectionState.Objected => "wait",
        InspectionState.Declined => "plain",
        InspectionState.Approved => "busy",
        _ => "good",
    };
}
