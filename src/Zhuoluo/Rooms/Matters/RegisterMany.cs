using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// One matter of an old ledger with its final facts, as the file states them. What the file does not say stays empty; nothing is made up
/// but the hour, which is noon of the day.
/// </summary>
internal sealed record BulkMatter(MatterKind Kind, Channel Channel, string Text, string PlaceCode, DateOnly OpenedOn, MatterState State)
{
    public string? Title { get; init; }
    public string? PlaceText { get; init; }
    public Contact Contact { get; init; } = new(null, null, null);
    public string? CategoryCode { get; init; }
    public bool IsConfidential { get; init; }
    public long? LeadUnitId { get; init; }
    public IReadOnlyList<long> AssistUnitIds { get; init; } = [];

    /// <summary>The day it ended; with every state that is not open.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>What came of it; <see cref="MatterOutcome.None"/> while it is open.</summary>
    public MatterOutcome Outcome { get; init; }
    public string? ResultText { get; init; }
    public bool IsAtOnce { get; init; }
    public long? DriveId { get; init; }
    public long? VisitId { get; init; }
    public long? DutyShiftId { get; init; }
}

/// <summary>A round of visits of an old ledger.</summary>
internal sealed record BulkVisit(long DriveId, string VisitorName, string PlaceCode, DateOnly On, int Households)
{
    public long? UnitId { get; init; }
    public string? Note { get; init; }
}

/// <summary>A turn in the hall of an old roster.</summary>
internal sealed record BulkShift(long DriveId, DateOnly On, string HeadName)
{
    public long? UnitId { get; init; }
    public string? Slot { get; init; }
    public bool IsCancelled { get; init; }
}

/// <summary>Where the matters of a batch have gone, in the order of the batch.</summary>
internal sealed record BatchDone(IReadOnlyList<BulkDone> Matters);

internal readonly record struct BulkDone(long MatterId, string Number);

/// <summary>The ids of a batch, in its order.</summary>
internal sealed record IdsDone(IReadOnlyList<long> Ids);

/// <summary>One line of the batch cannot be; nothing of the batch was written.</summary>
internal sealed record BulkRefused(int Index, Refusal Inner) : Refusal(Inner.Code)
{
    public override string? Field => $"[{Index}].{Inner.Field}";
    public override IReadOnlyList<object> Arguments => Inner.Arguments;
    public override RefusalKind Kind => Inner.Kind;
}
