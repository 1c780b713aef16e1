using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Workbench;

/// <summary>Something new about a matter of one's own: notices for units and dispatchers, the latest steps for those who look on or have no notice.</summary>
internal sealed record News(string Number, string Title, string What, string Who, DateTimeOffset At)
{
    private const int Most = 10;

    // What those who look on want to hear of; the rest can be read on the matter.
    private static readonly Verb[] _telling =
        [Verb.Register, Verb.Return, Verb.RequestExtension, Verb.ProposeSuspension, Verb.ProposeDecline, Verb.Reopen, Verb.Escalate, Verb.Urge, Verb.EscalateFromWindow, Verb.Close];

    public static async Task<IReadOnlyList<News>> ReadAsync(ZhuoluoContext db, Viewer viewer, DateTimeOffset since, Texts texts, CancellationToken cancel)
    {
        var isToAct = Permissions.May(viewer.Who, Capability.SignMatter) || Permissions.May(viewer.Who, Capability.AcceptMatter);
        if (isToAct && await NoticesAsync(db, viewer, texts, cancel) is { Count: > 0 } notices)
        {
            return notices;
        }
        return await StepsAsync(db, viewer, since, texts, cancel);
    }

    private static async Task<IReadOnlyList<News>> NoticesAsync(ZhuoluoContext db, Viewer viewer, Texts texts, CancellationToken cancel)
    {
        var lines = await Notices.ForAsync(db, viewer.Who, viewer.Offices, Most, cancel);
        return [.. lines.Select(n => new News(n.Number, n.Title, texts["notice." + Word<NoticeKind>.Of(n.Kind)], n.UnitId is null ? "" : texts.Unit(viewer.Offices, n.UnitId), n.At))];
    }

    private static async Task<IReadOnlyList<News>> StepsAsync(ZhuoluoContext db, Viewer viewer, DateTimeOffset since, Texts texts, CancellationToken cancel)
    {
        var me = viewer.Who.PersonId ?? 0;
        var steps = await db.Set<Step>().Where(s => s.At >= since && s.PersonId != me && _telling.Contains(s.Verb))
            .Join(viewer.Sight.Seen(db), s => s.MatterId, m => m.Id, (s, m) => new { s.Id, s.Verb, s.At, s.ActorKind, s.OfficeId, m.Number, m.Title })
            .OrderByDescending(x => x.Id).Take(Most).ToListAsync(cancel);
        return [.. steps.Select(s => new News(s.Number, s.Title, texts.Name(s.Verb),
            s.ActorKind == ActorKind.Requester ? texts["matters.step.requester"] : s.OfficeId is null ? "" : texts.Unit(viewer.Offices, s.OfficeId), s.At))];
    }
}
