using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Reveal;

/// <summary>The masked contact for a page about one matter. Whether the reader may see the matter is the page's question.</summary>
internal sealed class MaskedContacts(ZhuoluoContext db, DatabaseOptions options, SqliteReads reads, Vault vault)
{
    public async Task<MaskedContact> OfAsync(long matterId, CancellationToken cancel)
    {
        if (!options.IsPostgreSql)
        {
            return Read(matterId);
        }
        var found = await db.Set<MatterContact>().Where(c => c.MatterId == matterId)
            .Join(db.Set<SubjectKey>(), c => c.KeyId, k => k.Id, (c, k) => new { Row = c, Key = k }).SingleOrDefaultAsync(cancel);
        return found is null ? new MaskedContact(null, null, false) : MaskedContact.Of(MatterContacts.Open(vault, found.Key, found.Row));
    }

    private MaskedContact Read(long matterId)
    {
        using var data = reads.Begin();
        return data.First<MatterContact>("matter_id", matterId) is { } row && data.First<SubjectKey>("id", row.KeyId) is { } key
            ? MaskedContact.Of(MatterContacts.Open(vault, key, row)) : new MaskedContact(null, null, false);
    }
}
