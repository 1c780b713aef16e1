namespace Zhuoluo.Ledger.Receipts;

/// <summary>At which step a receipt fails (ledger.md section 4.5, in this order). A file that is no receipt at all does not come so far.</summary>
public enum ReceiptFault
{
    /// <summary>It proves what it says.</summary>
    None,

    /// <summary>The checkpoint is not trusted; the verdict on it says why.</summary>
    Checkpoint,

    /// <summary>The index lies beyond the tree that the checkpoint signs.</summary>
    Index,

    /// <summary>The receipt does not carry the entry, and nobody gave it.</summary>
    NoEntry,

    /// <summary>The hashes do not lead from the entry to the signed root.</summary>
    Inclusion,

    /// <summary>There are openings, but the entry cannot be read as one of this ledger.</summary>
    Entry,

    /// <summary>An opening is not of this entry, or its data are not those that were committed to.</summary>
    Opening,
}
