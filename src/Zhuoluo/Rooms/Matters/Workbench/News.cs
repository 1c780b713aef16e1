using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;

namespace Zhuoluo.Rooms.Matters.Workbench;

/// <summary>Something that others did to a matter of one's own.</summary>
internal sealed record News(string Number, string Title, Verb Verb, DateTimeOffset At, ActorKind ActorKind, long? OfficeId, string? Note)
{
    private const int Most = 10;

    // What changes whose turn it is; the rest can be read on the matter.
    private static readonly Verb[] _telling =
    [
        Verb.Register, Verb.Assign, Verb.UpholdReturn, Verb.RejectReturn, Verb.RequesterAnswers, Verb.ApproveExtension, Verb.RefuseExtension,
        Verb.ApproveSuspension, Verb.RefuseSuspension, Verb.SendBackAnswer, Verb.Reopen, Verb.Escalate, Verb.Urge, Verb.EscalateFromWindow, Verb.Withdraw,
    ];

    /// <summary>The latest, one query. For those who see all: of the whole county; else of their own units.</summary>
    public static Task<List<News>> ReadAsync(ZhuoluoContext db, Viewer viewer, DateTimeOffset since, CancellationToken cancel)
    {
        var me = viewer.Who.PersonId ?? 0;
        var sight = viewer.Sight;
        var seen = sight.Seen(db);
        if (!sight.SeesAll)
        {
            var units = viewer.OwnUnits;
            seen = seen.Where(m => units.Contains(m.LeadUnitId ?? 0));
        }
        return db.Set<Step>().Where(s => s.At >= since && s.PersonId != me && _telling.Contains(s.Verb))
            .Join(seen.Where(m => m.IsOpen), s => s.MatterId, m => m.Id, (s, m) => new { s, m.Number, m.Title })
            .OrderByDescending(x => x.s.Id).Take(Most)
            .Select(x => new News(x.Number, x.Title, x.s.Verb, x.s.At, x.s.ActorKind, x.s.OfficeId, x.s.Note))
            .ToListAsync(cancel);
    }
}
