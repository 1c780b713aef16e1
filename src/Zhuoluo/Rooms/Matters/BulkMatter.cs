namespace Zhuoluo.Rooms.Matters;

/// <summary>A matter with the facts that an office's old ledger holds of it, for the bulk door. Texts are read and checked by the caller.</summary>
internal sealed record BulkMatter(MatterKind Kind, Channel Channel, string Text, string PlaceCode, DateOnly OpenedOn, MatterState State)
{
    public MatterOutcome Outcome { get; init; }
    public DateOnly? ClosedOn { get; init; }

    /// <summary>What the ledger says came of it.</summary>
    public string? Result { get; init; }
    public long? LeadUnitId { get; init; }
    public IReadOnlyList<long> AssistUnitIds { get; init; } = [];
    public Contact Contact { get; init; } = new(null, null, null);
    public string? PlaceText { get; init; }
    public string? CategoryCode { get; init; }
    public Urgency Urgency { get; init; } = Urgency.Ordinary;
    public long? DriveId { get; init; }
    public long? VisitId { get; init; }
    public long? DutyShiftId { get; init; }

    /// <summary>Solved on the day it was raised, while it was being raised.</summary>
    public bool IsAtOnce { get; init; }
}
