using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Ledger.Receipts;
using Opening = Zhuoluo.Ledger.Receipts.Opening;

namespace Zhuoluo.Rooms.Matters.OwnReceipts;

/// <summary>The entries about a matter, for whoever has proved by number and code that it is theirs.</summary>
internal sealed class OwnReceiptsQuery(ZhuoluoContext db, OwnOpenings openings)
{
    /// <summary>In the order in which they were written.</summary>
    public async Task<IReadOnlyList<OwnReceipt>> OfAsync(Matter matter, CancellationToken cancel)
    {
        var entries = await EntriesAsync(matter.Id, cancel);
        var opened = await openings.OfAsync(matter.Id, [.. entries.Select(e => (e.EventId, e.Entry))], cancel);
        return
        [
            .. entries.Select(e => new OwnReceipt(e.EventId, e.Entry.Kind, DateTimeOffset.Parse(e.Entry.At, CultureInfo.InvariantCulture))
            {
                Opens = opened.Contains(e.Entry.Id),
                IsGone = OwnOpenings.CouldOpen(e.Entry) && !opened.Contains(e.Entry.Id),
            }),
        ];
    }

    /// <summary>What the requester may open of one entry; null when it is none that they are shown.</summary>
    public async Task<IReadOnlyList<Opening>?> OpeningsAsync(Matter matter, byte[] eventId, CancellationToken cancel)
    {
        var entries = await EntriesAsync(matter.Id, cancel);
        return entries.Find(e => e.EventId.AsSpan().SequenceEqual(eventId)) is { EventId: not null } found
            ? [.. (await openings.OfAsync(matter.Id, [(found.EventId, found.Entry)], cancel))[found.Entry.Id]]
            : null;
    }

    private async Task<List<(byte[] EventId, LoggedEntry Entry)>> EntriesAsync(long matterId, CancellationToken cancel)
    {
        // The pending ones first: one that is moved meanwhile is then seen twice and not never.
        var pending = await db.Set<PendingEntry>().Where(e => e.SubjectKind == "matter" && e.SubjectId == matterId).OrderBy(e => e.Id).Select(e => new { e.EventId, e.Body, e.Kind }).ToListAsync(cancel);
        var placed = await db.Set<LedgerEntry>().Where(e => e.SubjectKind == "matter" && e.SubjectId == matterId).OrderBy(e => e.Idx).Select(e => new { e.EventId, e.Body, e.Kind }).ToListAsync(cancel);
        return [.. placed.Concat(pending).Where(e => ToldKinds.Has(e.Kind)).DistinctBy(e => Convert.ToHexString(e.EventId))
            .Select(e => (e.EventId, LoggedEntry.Parse(e.Body)))];
    }
}
