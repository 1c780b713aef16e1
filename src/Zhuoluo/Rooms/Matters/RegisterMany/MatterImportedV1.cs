using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.RegisterMany;

/// <summary>A matter of an old ledger was taken over with what that ledger says. Of a confidential one without kind, day and outcome, and with the county only.</summary>
internal sealed record MatterImportedV1(
    MatterKind? MatterKind, Channel Channel, Code Town, DateOnly? OpenedOn, MatterState State, MatterOutcome? Outcome) : IEntry
{
    public static string Kind => "matter.imported";
    public static int Version => 1;
}
