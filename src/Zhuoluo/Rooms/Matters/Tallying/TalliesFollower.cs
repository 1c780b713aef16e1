using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Tallying;

/// <summary>
/// Keeps the tallies in line with the matters: how a matter stood is taken out, how it stands now is put in. It reads the row and
/// not the entry, so that reading an entry twice, or late, changes nothing.
/// </summary>
internal sealed class TalliesFollower : IFollower
{
    public const string Position = "tallies";

    public string Name => Position;

    public async Task FollowAsync(Work work, IReadOnlyList<Followed> batch, CancellationToken cancel)
    {
        var ids = batch.Where(f => f.SubjectKind == "matter").Select(f => f.SubjectId).Distinct().ToList();
        if (ids.Count == 0)
        {
            return;
        }
        var matters = await work.Db.Set<Matter>().AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(cancel);
        var now = await MatterStand.ReadAsync(work.Db, matters, cancel);
        var before = await work.Db.Set<TallyMark>().AsNoTracking().Where(m => ids.Contains(m.MatterId)).ToDictionaryAsync(m => m.MatterId, cancel);
        var deltas = new Deltas();
        var marks = new List<TallyMark>(now.Marks.Count);
        var outdated = new List<long>();
        foreach (var mark in now.Marks)
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
        await HoldAsync(work, ids, now.Held, deltas, cancel);
        await deltas.WriteAsync(work.Db, cancel);
    }

    private static async Task HoldAsync(Work work, List<long> ids, IReadOnlyList<HeldMark> now, Deltas deltas, CancellationToken cancel)
    {
        var before = await work.Db.Set<HeldMark>().AsNoTracking().Where(h => ids.Contains(h.MatterId)).ToListAsync(cancel);
        before.ForEach(deltas.Take);
        foreach (var held in now)
        {
            deltas.Add(held);
        }
        if (before.Count > 0)
        {
            await work.Db.Set<HeldMark>().Where(h => ids.Contains(h.MatterId)).ExecuteDeleteAsync(cancel);
        }
        await work.InsertManyAsync(now, cancel);
    }
}
