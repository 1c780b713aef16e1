using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>Puts into the outbox what requesters who want it are told. One message a step and way, however often the entry is read.</summary>
internal sealed class RequesterFollower : IFollower
{
    /// <summary>What is older is no news: an imported house, a follower that begins anew.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(2);

    private static readonly Dictionary<Verb, Occasion> _told = new()
    {
        [Verb.AskRequester] = Occasion.Asked,
        [Verb.ApproveExtension] = Occasion.Extended,
        [Verb.ApproveAnswer] = Occasion.Answered,
        [Verb.AnswerAtOnce] = Occasion.Closed,
        [Verb.Close] = Occasion.Closed,
        [Verb.Reopen] = Occasion.Reopened,
    };

    private static readonly HashSet<string> _kinds = [.. Transitions.All.Where(t => _told.ContainsKey(t.Verb)).Select(t => t.Entry)];

    public string Name => "requesters";

    public async Task FollowAsync(Work work, IReadOnlyList<Followed> batch, CancellationToken cancel)
    {
        var ids = batch.Where(f => _kinds.Contains(f.Kind)).Select(f => f.SubjectId).Distinct().ToList();
        if (ids.Count == 0)
        {
            return;
        }
        var ways = await work.Db.Set<RequesterWay>().AsNoTracking().Where(w => ids.Contains(w.MatterId) && w.StoppedAt == null).ToDictionaryAsync(w => w.MatterId, cancel);
        if (ways.Count == 0)
        {
            return;
        }
        var (wanted, verbs, since) = (ways.Keys.ToList(), _told.Keys.ToList(), work.Act.At - Fresh);
        var steps = await work.Db.Set<Step>().AsNoTracking().Where(s => wanted.Contains(s.MatterId) && verbs.Contains(s.Verb) && s.At >= since)
            .Join(work.Db.Set<Matter>(), s => s.MatterId, m => m.Id, (s, m) => new { s.Id, s.MatterId, s.Verb, s.At, m.Round })
            .OrderBy(s => s.Id).ToListAsync(cancel);
        var told = (await work.Db.Set<RequesterMessage>().AsNoTracking().Where(m => wanted.Contains(m.MatterId)).Select(m => m.Mark).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        await work.InsertManyAsync(steps.Where(s => s.At >= ways[s.MatterId].FromAt)
            .SelectMany(s => ToldRows.Messages(ways[s.MatterId], _told[s.Verb], s.Round, string.Create(CultureInfo.InvariantCulture, $"step/{s.Id}"), s.At, work.Act))
            .Where(m => told.Add(m.Mark)).ToList(), cancel);
    }
}
