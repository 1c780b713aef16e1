using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Searching;

namespace Zhuoluo.Rooms.Matters.Privacy;

/// <summary>
/// Erases the personal data of one matter inside a change (Personal Information Protection Law article 47): the subject's key, so that
/// nothing sealed under it opens again; the words, the contact, the public text, the index of words, notices. The entries of the ledger
/// hold commitments only and stay valid; number, place, days and states stay for the counts.
/// </summary>
internal sealed class Eraser(IEnumerable<IEraseMatter> others)
{
    public async Task<Outcome<Done>> EraseAsync(Work work, Matter matter, ErasureGround ground, CancellationToken cancel)
    {
        var (db, id) = (work.Db, matter.Id);
        if (await Refuse(db, matter, cancel) is { } refusal)
        {
            return refusal;
        }
        await SecureDelete.BeginAsync(db, cancel);
        await KeysAsync(db, id, cancel);
        await db.Set<Publication>().Where(p => p.MatterId == id).ExecuteDeleteAsync(cancel);
        await db.Set<UnitNotice>().Where(n => n.MatterId == id).ExecuteDeleteAsync(cancel);
        await WordIndex.OfMatters.ReplaceAsync(db, [id], [], cancel);
        await WordIndex.OfPublications.ReplaceAsync(db, [id], [], cancel);
        await WipeColumns.RunAsync(db, id, cancel);
        await db.Set<DataRequest>().Where(r => r.MatterId == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Words, (byte[]?)null), cancel);
        (matter.Title, matter.IsPublic, matter.UpdatedAt) = (matter.Number, false, work.Act.At);
        matter.Version++;
        work.Db.Entry(matter).Property(m => m.RequesterPrint).CurrentValue = null;
        foreach (var other in others)
        {
            await other.EraseAsync(work, id, cancel);
        }
        db.Add(new Erasure { MatterId = id, At = work.Act.At, Ground = ground, ByName = work.Act.Who.Name });
        work.Record(new MatterErasedV1(ground), new Subject("matter", id));
        return Done.Value;
    }

    private static async Task<Refusal?> Refuse(ZhuoluoContext db, Matter matter, CancellationToken cancel)
    {
        if (matter.IsOpen)
        {
            return new EraseWhileOpen();
        }
        if (await LegalHolds.StandsAsync(db, matter.Id, cancel))
        {
            return new UnderLegalHold();
        }
        return await db.Set<Erasure>().AnyAsync(e => e.MatterId == matter.Id, cancel) ? new AlreadyErased() : null;
    }

    // Matters of one person from one import may share a key; it goes with the last of them.
    private static async Task KeysAsync(ZhuoluoContext db, long id, CancellationToken cancel)
    {
        var keys = await db.Set<MatterContact>().Where(c => c.MatterId == id).Select(c => c.KeyId).ToListAsync(cancel);
        var events = db.Set<LedgerEntry>().Where(e => e.SubjectKind == "matter" && e.SubjectId == id).Select(e => e.EventId)
            .Concat(db.Set<PendingEntry>().Where(e => e.SubjectKind == "matter" && e.SubjectId == id).Select(e => e.EventId));
        var eventIds = await events.ToListAsync(cancel);
        var openings = await db.Set<SealedOpening>().Where(o => eventIds.Contains(o.EventId)).Select(o => o.KeyId).Distinct().ToListAsync(cancel);
        await db.Set<MatterContact>().Where(c => c.MatterId == id).ExecuteDeleteAsync(cancel);
        await db.Set<SealedOpening>().Where(o => eventIds.Contains(o.EventId)).ExecuteDeleteAsync(cancel);
        var all = keys.Union(openings).ToList();
        await db.Set<SubjectKey>().Where(k => all.Contains(k.Id) && !db.Set<MatterContact>().Any(c => c.KeyId == k.Id) && !db.Set<SealedOpening>().Any(o => o.KeyId == k.Id))
            .ExecuteDeleteAsync(cancel);
    }
}

/// <summary>The personal data of a matter are gone; what was committed to in earlier entries can no longer be opened by anybody.</summary>
internal sealed record MatterErasedV1(ErasureGround Ground) : IEntry
{
    public static string Kind => "matter.erased";
    public static int Version => 1;
}

/// <summary>It is still being handled: what is needed for that cannot go yet.</summary>
internal sealed record EraseWhileOpen() : Refusal("erase-while-open");

internal sealed record UnderLegalHold() : Refusal("under-legal-hold");

internal sealed record AlreadyErased() : Refusal("already-erased");
