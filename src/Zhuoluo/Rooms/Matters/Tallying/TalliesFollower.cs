using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Tallying;

/// <summary>
/// Keeps the tallies in line with the matters: how a matter stood is taken out, how it stands now is put in. It reads the row and
/// not the entry, so that reading an entry twice, or late, changes nothing.
/// </summary>
internal sealed class TalliesFollower : IFollower
{
    public string Name => "tallies";

    public async Task FollowAsync(Work work, IReadOnlyList<Followed> batch, CancellationToken cancel)
    {
        var ids = batch.Where(f => f.SubjectKind == "matter").Select(f => f.SubjectId).Distinct().ToList();
        if (ids.Count == 0)
        {
            return;
        }
        var now = await work.Db.Set<Matter>().AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(cancel);
        var before = await work.Db.Set<TallyMark>().AsNoTracking().Where(m => ids.Contains(m.MatterId)).ToDictionaryAsync(m => m.MatterId, cancel);
        var deltas = new Deltas();
        var marks = new List<TallyMark>(now.Count);
        var outdated = new List<long>();
        foreach (var mark in now.Select(TallyKeys.MarkOf))
        {
            if (before.TryGetValue(mark.MatterId, out var old))
            {
                if (TallyKeys.AreSame(old, mark))
                {
                    continue;
                }
                deltas.Take(old);
                outdated.Add(old.MatterId);
            }
            deltas.Add(mark);
            marks.Add(mark);
        }
        if (outdated.Count > 0)
        {
            await work.Db.Set<TallyMark>().Where(m => outdated.Contains(m.MatterId)).ExecuteDeleteAsync(cancel);
        }
        await work.InsertManyAsync(marks, cancel);
        await deltas.WriteAsync(work.Db, cancel);
    }
}
