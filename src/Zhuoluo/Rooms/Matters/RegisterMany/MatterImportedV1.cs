using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.RegisterMany;

/// <summary>
/// A matter was taken over from an office's ledger, with the state it had there. Of a confidential one kind, day and outcome are left out and
/// the place is the county.
/// </summary>
internal sealed record MatterImportedV1(
    MatterKind? MatterKind, Channel Channel, Code Town, DateOnly? OpenedOn, MatterState State, MatterOutcome? Outcome) : IEntry
{
    public static string Kind => "matter.imported";
    public static int Version => 1;
}
