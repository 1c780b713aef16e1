using Zhuoluo.Ledger.Notes;

namespace Zhuoluo.Ledger.Receipts;

/// <summary>What a receipt proves.</summary>
/// <param name="Fault">At which step it failed, or none.</param>
/// <param name="Checkpoint">What the policy says of its checkpoint.</param>
/// <param name="Entry">What its entry says; null when it failed before, or when the entry is proved but not one of this ledger.</param>
public sealed record ReceiptVerdict(ReceiptFault Fault, CheckpointVerdict Checkpoint, LoggedEntry? Entry)
{
    /// <summary>Whether all of it is proved.</summary>
    public bool IsProved => Fault == ReceiptFault.None;
}
