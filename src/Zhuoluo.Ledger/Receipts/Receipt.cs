using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Receipts;

/// <summary>
/// A proof that carries its entry, and for the person whose it is the openings of the commitments (ledger.md section 4.5). Verifies offline for
/// ever with the keys of its time.
/// </summary>
/// <param name="Proof">The file.</param>
/// <param name="Extra">What its extra line says; null without one.</param>
public sealed record Receipt(TlogProof Proof, ReceiptExtra? Extra)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Receipt Parse(ReadOnlySpan<byte> bytes)
    {
        var proof = TlogProof.Parse(bytes);
        return new Receipt(proof, proof.Extra is { } extra ? ReceiptExtra.Parse(extra) : null);
    }

    /// <summary>
    /// Makes a receipt from a published checkpoint (never from an unpublished one: ledger.md section 8, rule 9). It is verified against the root
    /// before it is given out. Called again later it refreshes: same entry, newer checkpoint.
    /// </summary>
    /// <param name="source">Where the tiles are.</param>
    /// <param name="checkpoint">The published note; its signatures are taken over as they are.</param>
    /// <param name="index">Which entry.</param>
    /// <param name="openings">What the receiver may know; none in what everybody can fetch.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The checkpoint does not cover the entry yet.</exception>
    /// <exception cref="LedgerStopException">What is stored does not lead to the published root.</exception>
    public static async Task<Receipt> MakeAsync(ITileSource source, SignedNote checkpoint, long index, IReadOnlyList<Opening> openings, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var head = Notes.Checkpoint.Parse(checkpoint.Text);
        var tree = new TreeReader(source, head.Size);
        var entry = await tree.EntryAsync(index, cancel);
        var path = await tree.InclusionAsync(index, cancel);
        if (!InclusionProof.Verify(index, head.Size, TreeHash.Leaf(entry.Span), path, head.Root))
        {
            throw new LedgerStopException($"Entry {Decimals.Format(index)} as it is stored is not in the published tree of size {Decimals.Format(head.Size)}.");
        }
        var extra = new ReceiptExtra(entry, openings);
        return new Receipt(new TlogProof(extra.ToBytes(), index, path, checkpoint), extra);
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] ToBytes() => Proof.ToBytes();

    /// <summary>Verifies offline, step by step in the order of ledger.md section 4.5.</summary>
    /// <param name="policy">Whom the reader trusts.</param>
    /// <param name="entry">The entry, when the receipt does not carry it.</param>
    public ReceiptVerdict Verify(TrustPolicy policy, ReadOnlyMemory<byte>? entry = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var checkpoint = policy.Check(Proof.Checkpoint);
        if (!checkpoint.IsTrusted)
        {
            return new ReceiptVerdict(ReceiptFault.Checkpoint, checkpoint, null);
        }
        if (Proof.Index >= checkpoint.Checkpoint.Size)
        {
            return new ReceiptVerdict(ReceiptFault.Index, checkpoint, null);
        }
        if ((Extra?.Entry ?? entry) is not { } bytes)
        {
            return new ReceiptVerdict(ReceiptFault.NoEntry, checkpoint, null);
        }
        TreeHash[] path = [.. Proof.Path];
        if (!InclusionProof.Verify(Proof.Index, checkpoint.Checkpoint.Size, TreeHash.Leaf(bytes.Span), path, checkpoint.Checkpoint.Root))
        {
            return new ReceiptVerdict(ReceiptFault.Inclusion, checkpoint, null);
        }
        return Open(bytes, checkpoint);
    }

    /// <summary>Whether a later checkpoint, trusted by itself, keeps everything that this receipt's checkpoint has.</summary>
    public bool IsKeptBy(Checkpoint later, ReadOnlySpan<TreeHash> consistency)
    {
        ArgumentNullException.ThrowIfNull(later);
        var own = Notes.Checkpoint.Parse(Proof.Checkpoint.Text);
        return own.Origin == later.Origin && ConsistencyProof.Verify(own.Size, later.Size, consistency, own.Root, later.Root);
    }

    private ReceiptVerdict Open(ReadOnlyMemory<byte> bytes, CheckpointVerdict checkpoint)
    {
        var openings = Extra?.Openings ?? [];
        LoggedEntry entry;
        try
        {
            entry = LoggedEntry.Parse(bytes);
        }
        catch (FormatException)
        {
            return new ReceiptVerdict(openings.Count > 0 ? ReceiptFault.Entry : ReceiptFault.None, checkpoint, null);
        }
        var isOpen = openings.All(o => o.Opens() && entry.Commitments.Any(c => c.Span.SequenceEqual(o.Commitment.Span)));
        return new ReceiptVerdict(isOpen ? ReceiptFault.None : ReceiptFault.Opening, checkpoint, entry);
    }
}
