using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Projects;

/// <summary>What the public sees of a signing event: its sums by kind, and each agreement. Null where it was not marked public.</summary>
internal sealed record PublicSigning(SigningEvent Event, IReadOnlyList<PublicAgreement> Agreements)
{
    public long Fen => Agreements.Sum(a => a.AmountFen);

    public static async Task<PublicSigning?> ReadAsync(ZhuoluoContext db, long id, CancellationToken cancel) =>
        await db.Set<SigningEvent>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.IsPublic, cancel) is not { } signing ? null
        : new PublicSigning(signing, await db.Set<Agreement>().AsNoTracking().Where(a => a.EventId == id).OrderBy(a => a.Type).ThenBy(a => a.Id)
            .Select(a => new PublicAgreement(a.Name, a.Investor, a.Type, a.AmountFen, a.Field)).ToListAsync(cancel));
}

internal sealed record PublicAgreement(string Name, string Investor, AgreementType Type, long AmountFen, string? Field);
