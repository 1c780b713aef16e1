using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Deeds;

/// <summary>Reads what a decision about one project may look at; the same number of queries for each.</summary>
internal static class ProjectFiles
{
    public static async Task<ProjectFile?> LoadAsync(ZhuoluoContext db, OfficesSnapshot offices, long id, long? programmeId, CancellationToken cancel)
    {
        if (await db.Set<Project>().FirstOrDefaultAsync(p => p.Id == id, cancel) is not { } project)
        {
            return null;
        }
        var listings = await db.Set<Listing>().Where(x => x.ProjectId == id).OrderBy(x => x.Id).ToListAsync(cancel);
        var home = listings.FirstOrDefault(l => l.RemovedOn is null)?.ProgrammeId;
        var programmes = await db.Set<Programme>().Where(p => p.Id == home || p.Id == programmeId).ToListAsync(cancel);
        var steps = await db.Set<ProjectStep>().Where(x => x.ProjectId == id).OrderBy(x => x.Id).Select(x => new { x.Verb, x.PersonId }).ToListAsync(cancel);
        return new ProjectFile
        {
            Project = project,
            Offices = offices,
            Listings = listings,
            Targets = await db.Set<Target>().Where(x => x.ProjectId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            Money = await db.Set<MoneyRow>().Where(x => x.ProjectId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            Nodes = await db.Set<Node>().Where(x => x.ProjectId == id).OrderBy(x => x.Serial).ToListAsync(cancel),
            Pleas = await db.Set<Plea>().Where(x => x.ProjectId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            Letters = await db.Set<Letter>().Where(x => x.ProjectId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            LastBy = steps.GroupBy(s => s.Verb).ToDictionary(g => g.Key, g => g.Last().PersonId),
            Programme = programmes.FirstOrDefault(p => p.Id == programmeId),
            Home = programmes.FirstOrDefault(p => p.Id == home),
            LastSerial = programmeId is null ? 0 : await db.Set<Listing>().Where(l => l.ProgrammeId == programmeId).MaxAsync(l => (int?)l.Serial, cancel) ?? 0,
        };
    }
}
