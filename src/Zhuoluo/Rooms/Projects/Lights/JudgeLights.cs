using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Projects.Deeds;

namespace Zhuoluo.Rooms.Projects.Lights;

/// <summary>
/// Looks at every project that is under way, some hundreds a transaction: time alone turns lights. May be stopped anywhere and run again;
/// what was judged today is judged the same again and changes nothing.
/// </summary>
internal sealed class JudgeLights(Writer writer)
{
    private const int RowsAtOnce = 500;

    /// <summary>How many lights or causes changed.</summary>
    public async Task<int> RunAsync(Act act, CancellationToken cancel)
    {
        var (after, changed) = (0L, 0);
        while (true)
        {
            var outcome = await writer.WriteAsync<(long Last, int Changed)>(act, async work => await JudgeAsync(work, after, cancel), cancel);
            if (outcome.IsRefused(out _, out var done) || done.Last == 0)
            {
                await writer.WriteAsync(act, work => KeepDayAsync(work, cancel), cancel);
                return changed;
            }
            (after, changed) = (done.Last, changed + done.Changed);
        }
    }

    // Written again for the same day, the later count stands.
    private static async Task<Outcome<Done>> KeepDayAsync(Work work, CancellationToken cancel)
    {
        var today = LocalDay.Of(work.Act.At);
        var counts = await work.Db.Set<Project>().Where(p => p.Light != ProjectLight.None).GroupBy(p => p.Light).Select(g => new { g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        await work.Db.Set<LightDay>().Where(d => d.On == today).ExecuteDeleteAsync(cancel);
        work.Db.AddRange(counts.Select(c => new LightDay { On = today, Light = c.Key, Count = c.Count }));
        return Foundation.Done.Value;
    }

    private static async Task<(long Last, int Changed)> JudgeAsync(Work work, long after, CancellationToken cancel)
    {
        var (db, today) = (work.Db, LocalDay.Of(work.Act.At));
        var projects = await db.Set<Project>()
            .Where(p => p.Id > after && (p.State == ProjectState.Listed || p.State == ProjectState.Started || p.State == ProjectState.PartBuilt)).OrderBy(p => p.Id).Take(RowsAtOnce).ToListAsync(cancel);
        if (projects.Count == 0)
        {
            return (0, 0);
        }
        var ids = projects.ConvertAll(p => p.Id);
        var nodes = (await db.Set<Node>().AsNoTracking().Where(n => ids.Contains(n.ProjectId)).ToListAsync(cancel)).ToLookup(n => n.ProjectId);
        var money = (await db.Set<MoneyRow>().AsNoTracking().Where(m => ids.Contains(m.ProjectId) && m.SupersededAt == null).ToListAsync(cancel)).ToLookup(m => m.ProjectId);
        var listings = (await db.Set<Listing>().AsNoTracking().Where(l => ids.Contains(l.ProjectId) && l.RemovedOn == null).OrderBy(l => l.Id).ToListAsync(cancel)).ToLookup(l => l.ProjectId);
        var programmes = await db.Set<Programme>().AsNoTracking().ToDictionaryAsync(p => p.Id, cancel);
        var changed = 0;
        foreach (var project in projects)
        {
            var home = listings[project.Id].FirstOrDefault() is { } first ? programmes.GetValueOrDefault(first.ProgrammeId) : null;
            var change = LightKeeping.Judge(project, nodes[project.Id], money[project.Id], home, today, work.Act);
            Relight.Record(work, project, change, new Subject("project", project.Id));
            changed += change is null ? 0 : 1;
        }
        return (ids[^1], changed);
    }
}
