using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Reminding;

/// <summary>Tells units what others did to their matters. One notice a step, however often the entry is read.</summary>
internal sealed class NoticesFollower : IFollower
{
    private static readonly Dictionary<Verb, NoticeKind> _told = new()
    {
        [Verb.Assign] = NoticeKind.Assigned,
        [Verb.UpholdReturn] = NoticeKind.Returned,
        [Verb.RejectReturn] = NoticeKind.ReturnRejected,
        [Verb.SendBackAnswer] = NoticeKind.SentBack,
        [Verb.RequesterAnswers] = NoticeKind.RequesterReplied,
        [Verb.Urge] = NoticeKind.Urged,
        [Verb.Escalate] = NoticeKind.Escalated,
        [Verb.Reopen] = NoticeKind.Reopened,
    };

    private static readonly HashSet<string> _kinds =
        [.. Transitions.All.Where(t => _told.ContainsKey(t.Verb)).Select(t => t.Entry)];

    public string Name => "notices";

    public async Task FollowAsync(Work work, IReadOnlyList<Followed> batch, CancellationToken cancel)
    {
        var ids = batch.Where(f => _kinds.Contains(f.Kind)).Select(f => f.SubjectId).Distinct().ToList();
        if (ids.Count == 0)
        {
            return;
        }
        var verbs = _told.Keys.ToList();
        var steps = await work.Db.Set<Step>().AsNoTracking().Where(s => ids.Contains(s.MatterId) && verbs.Contains(s.Verb))
            .OrderBy(s => s.Id).Select(s => new { s.Id, s.MatterId, s.Verb, s.UnitId, s.At }).ToListAsync(cancel);
        var told = (await work.Db.Set<UnitNotice>().AsNoTracking().Where(n => ids.Contains(n.MatterId)).Select(n => n.Mark).ToListAsync(cancel))
            .ToHashSet(StringComparer.Ordinal);
        await work.InsertManyAsync(steps
            .Select(s => (Step: s, Mark: string.Create(CultureInfo.InvariantCulture, $"step/{s.Id}")))
            .Where(x => !told.Contains(x.Mark))
            .Select(x => new UnitNotice
            {
                Id = work.Act.NewId(),
                // A return goes back to the dispatchers.
                UnitId = x.Step.Verb == Verb.UpholdReturn ? null : x.Step.UnitId,
                MatterId = x.Step.MatterId,
                Kind = _told[x.Step.Verb],
                At = x.Step.At,
                Mark = x.Mark,
            }).ToList(), cancel);
    }
}
