using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Deeds;

/// <summary>When a project is closed, each matter that it answers learns of it: the requester reads it on the own page and may disagree.</summary>
internal static class TellMatters
{
    public static async Task RunAsync(Work work, Project project, CancellationToken cancel)
    {
        var links = await work.Db.Set<ProjectMatter>().Where(l => l.ProjectId == project.Id && l.ToldAt == null).ToListAsync(cancel);
        foreach (var link in links)
        {
            link.ToldAt = work.Act.At;
            work.Record(new ProjectAnsweredV1(new Code(project.Number)), new Subject("matter", link.MatterId));
        }
    }
}
