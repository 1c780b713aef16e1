using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Projects.Tallying;

/// <summary>Keeps the tallies in line with the projects. It reads rows and not entries, so that reading one twice, or late, changes nothing.</summary>
internal sealed class ProjectTalliesFollower : IFollower
{
    public string Name => "project-tallies";

    public async Task FollowAsync(Work work, IReadOnlyList<Followed> batch, CancellationToken cancel)
    {
        var ids = batch.Where(f => f.SubjectKind == "project").Select(f => f.SubjectId).Distinct().ToList();
        if (ids.Count == 0)
        {
            return;
        }
        var projects = await work.Db.Set<Project>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancel);
        var now = await ProjectMarks.ReadAsync(work.Db, projects, cancel);
        var before = await work.Db.Set<ProjectMark>().AsNoTracking().Where(m => ids.Contains(m.ProjectId)).ToListAsync(cancel);
        var same = before.Intersect(now).ToHashSet();
        var outdated = before.Where(m => !same.Contains(m)).ToList();
        var deltas = new ProjectDeltas();
        outdated.ForEach(deltas.Take);
        if (outdated.Count > 0)
        {
            var changed = outdated.Select(m => m.ProjectId).Distinct().ToList();
            await work.Db.Set<ProjectMark>().Where(m => changed.Contains(m.ProjectId)).ExecuteDeleteAsync(cancel);
            await work.InsertManyAsync([.. same.Where(m => changed.Contains(m.ProjectId))], cancel);
        }
        var fresh = now.Where(m => !same.Contains(m)).ToList();
        fresh.ForEach(deltas.Add);
        await work.InsertManyAsync(fresh, cancel);
        await deltas.WriteAsync(work, cancel);
    }
}
