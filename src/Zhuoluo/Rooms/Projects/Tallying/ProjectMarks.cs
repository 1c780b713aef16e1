using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Projects.Tallying;

/// <summary>How projects should stand in the tallies: once overall, and once on each list they are on.</summary>
internal static class ProjectMarks
{
    private const int TownLength = 9;

    public static async Task<List<ProjectMark>> ReadAsync(ZhuoluoContext db, IReadOnlyList<Project> projects, CancellationToken cancel)
    {
        var ids = projects.Select(p => p.Id).ToList();
        var lists = (await db.Set<Listing>().AsNoTracking().Where(l => ids.Contains(l.ProjectId) && l.RemovedOn == null).Select(l => new { l.ProjectId, l.ProgrammeId }).ToListAsync(cancel))
            .ToLookup(l => l.ProjectId, l => l.ProgrammeId);
        var money = (await db.Set<MoneyRow>().AsNoTracking().Where(m => ids.Contains(m.ProjectId) && m.SupersededAt == null).Select(m => new { m.ProjectId, m.Planned, m.Arrived, m.Paid }).ToListAsync(cancel))
            .ToLookup(m => m.ProjectId);
        var marks = new List<ProjectMark>(projects.Count * 2);
        foreach (var project in projects)
        {
            var once = new ProjectMark
            {
                ProjectId = project.Id,
                ProgrammeId = 0,
                UnitId = project.LeadUnitId,
                FieldCode = project.FieldCode ?? "",
                TownCode = project.PlaceCode.Length >= TownLength ? project.PlaceCode[..TownLength] : "",
                State = project.State,
                Light = project.Light,
                Punctuality = project.Punctuality,
                IsSilent = project.Causes.HasFlag(LightCause.Silence),
                IsOverdue = project.Causes.HasFlag(LightCause.Overdue),
                Planned = money[project.Id].Sum(m => m.Planned),
                Arrived = money[project.Id].Sum(m => m.Arrived),
                Paid = money[project.Id].Sum(m => m.Paid),
            };
            marks.Add(once);
            marks.AddRange(lists[project.Id].Select(programme => once with { ProgrammeId = programme }));
        }
        return marks;
    }
}
