using Microsoft.EntityFrameworkCore;
using Zhuoluo.Ledger.Receipts;

namespace Zhuoluo.Data.Log;

/// <summary>
/// Makes receipts from published checkpoints, and from nothing else (ledger.md section 8, rule 9). A handful of queries each, however long
/// the log is: its tiles are read along one path.
/// </summary>
internal sealed class ReceiptMaker(PublishedLog log, IDbContextFactory<ZhuoluoContext> reads)
{
    /// <summary>How long somebody is let wait before they are told to come again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The receipt of an entry, once the entry stands in a published checkpoint.</summary>
    /// <param name="eventId">16 bytes.</param>
    /// <param name="openings">What the receiver may know of it; none in what everybody can fetch.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<ReceiptMade> OfEventAsync(byte[] eventId, IReadOnlyList<Opening> openings, CancellationToken cancel)
    {
        var place = await log.FindAsync(eventId, cancel);
        if (place is null)
        {
            if (!await IsKnownAsync(eventId, cancel))
            {
                return ReceiptMade.Unknown;
            }
            place = await log.WaitAsync(eventId, Patience, cancel);
        }
        return place is null || await AtAsync(place, openings, cancel) is not { } receipt ? ReceiptMade.NotYet : new ReceiptMade(receipt, place, IsKnown: true);
    }

    /// <summary>The receipt of what stands at a place; null when nothing published covers it.</summary>
    public async Task<Receipt?> AtAsync(LogPlace place, IReadOnlyList<Opening> openings, CancellationToken cancel)
    {
        if (await log.CheckpointAsync(place.Shard, cancel) is not { } checkpoint || Ledger.Notes.Checkpoint.Parse(checkpoint.Text).Size <= place.Index)
        {
            return null;
        }
        return await Receipt.MakeAsync(log.Source(place.Shard), checkpoint, place.Index, openings, cancel);
    }

    private async Task<bool> IsKnownAsync(byte[] eventId, CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        return await db.Set<PendingEntry>().AnyAsync(e => e.EventId == eventId, cancel) || await db.Set<LedgerEntry>().AnyAsync(e => e.EventId == eventId, cancel);
    }
}

/// <summary>What came of asking for a receipt.</summary>
/// <param name="Receipt">Null while there is none.</param>
/// <param name="Place">Where the entry stands; null while it has no receipt.</param>
/// <param name="IsKnown">Whether there is such an entry, published or on its way.</param>
internal sealed record ReceiptMade(Receipt? Receipt, LogPlace? Place, bool IsKnown)
{
    public static ReceiptMade Unknown { get; } = new(null, null, IsKnown: false);
    public static ReceiptMade NotYet { get; } = new(null, null, IsKnown: true);
}
