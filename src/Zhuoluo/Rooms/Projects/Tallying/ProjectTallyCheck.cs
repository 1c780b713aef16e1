using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Tallying;

/// <summary>Counts the projects anew: to see whether the tallies are right, or to put them right.</summary>
internal sealed class ProjectTallyCheck(Writer writer, Pump pump)
{
    private const int RowsAtOnce = 2000;

    /// <summary>How many tallies differ from a fresh count.</summary>
    public async Task<int> CompareAsync(Act act, CancellationToken cancel)
    {
        await pump.DrainAsync(cancel);
        // Inside the writer, so that nothing changes between the two counts.
        var outcome = await writer.WriteAsync<int>(act, async work =>
        {
            var right = (await CountAsync(work.Db, _ => Task.CompletedTask, cancel)).ToDictionary(KeyOf, Sums);
            var kept = await work.Db.Set<ProjectTally>().AsNoTracking().ToDictionaryAsync(KeyOf, Sums, cancel);
            return right.Keys.Union(kept.Keys).Count(k => right.GetValueOrDefault(k) != kept.GetValueOrDefault(k));
        }, cancel);
        return outcome.Match(found => found, _ => 0);
    }

    public async Task<int> RebuildAsync(Act act, CancellationToken cancel)
    {
        var outcome = await writer.WriteAsync<int>(act, async work =>
        {
            await work.Db.Set<ProjectTally>().ExecuteDeleteAsync(cancel);
            await work.Db.Set<ProjectMark>().ExecuteDeleteAsync(cancel);
            var counted = 0;
            var tallies = await CountAsync(work.Db, marks =>
            {
                counted += marks.Count(m => m.ProgrammeId == 0);
                return work.InsertManyAsync(marks, cancel);
            }, cancel);
            await work.InsertManyAsync(tallies, cancel);
            return counted;
        }, cancel);
        return outcome.Match(counted => counted, _ => 0);
    }

    private static async Task<IReadOnlyCollection<ProjectTally>> CountAsync(ZhuoluoContext db, Func<IReadOnlyCollection<ProjectMark>, Task> each, CancellationToken cancel)
    {
        var deltas = new ProjectDeltas();
        for (var after = 0L; ;)
        {
            var projects = await db.Set<Project>().AsNoTracking().Where(p => p.Id > after).OrderBy(p => p.Id).Take(RowsAtOnce).ToListAsync(cancel);
            if (projects.Count == 0)
            {
                return deltas.ToTallies();
            }
            var marks = await ProjectMarks.ReadAsync(db, projects, cancel);
            marks.ForEach(deltas.Add);
            await each(marks);
            after = projects[^1].Id;
        }
    }

    private static ProjectTallyKey KeyOf(ProjectTally t) => new(t.By, t.Key, t.ProgrammeId, t.State, t.Light, t.Punctuality);

    private static ProjectSums Sums(ProjectTally t) => new(t.Count, t.Planned, t.Arrived, t.Paid);
}
