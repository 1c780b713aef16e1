using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Projects;

/// <summary>
/// What the public sees of a project (rules B5.2): the promise, who has it, how far it is, every later day with its reason. No names of staff
/// but the leader who was published with the list. Null where it stands on no public list.
/// </summary>
internal sealed record PublicProject
{
    public required Project Project { get; init; }
    public required IReadOnlyList<(Programme Programme, Listing Listing)> Lists { get; init; }
    public required IReadOnlyList<Target> Targets { get; init; }
    public required IReadOnlyList<MoneyRow> Money { get; init; }
    public required IReadOnlyList<Node> Nodes { get; init; }
    public required IReadOnlyList<Progress> Progress { get; init; }

    /// <summary>Granted ones only, with the reason.</summary>
    public required IReadOnlyList<Plea> Pleas { get; init; }

    /// <summary>What moved the state, without who.</summary>
    public required IReadOnlyList<ProjectStep> Steps { get; init; }

    /// <summary>How many matters it answers.</summary>
    public required int Matters { get; init; }

    public static async Task<PublicProject?> ReadAsync(ZhuoluoContext db, string number, CancellationToken cancel)
    {
        if (await db.Set<Project>().AsNoTracking().SingleOrDefaultAsync(p => p.Number == number && p.IsPublic, cancel) is not { } project)
        {
            return null;
        }
        var id = project.Id;
        var lists = await db.Set<Listing>().AsNoTracking().Where(l => l.ProjectId == id).Join(db.Set<Programme>().Where(p => p.IsPublic), l => l.ProgrammeId, p => p.Id, (l, p) => new { l, p }).ToListAsync(cancel);
        if (lists.Count == 0)
        {
            return null;
        }
        return new PublicProject
        {
            Project = project,
            Lists = [.. lists.Select(x => (x.p, x.l))],
            Targets = await db.Set<Target>().AsNoTracking().Where(t => t.ProjectId == id && t.SupersededAt == null).OrderBy(t => t.Id).ToListAsync(cancel),
            Money = await db.Set<MoneyRow>().AsNoTracking().Where(t => t.ProjectId == id && t.SupersededAt == null).OrderBy(t => t.Id).ToListAsync(cancel),
            Nodes = await db.Set<Node>().AsNoTracking().Where(n => n.ProjectId == id).OrderBy(n => n.Serial).ToListAsync(cancel),
            Progress = await db.Set<Progress>().AsNoTracking().Where(t => t.ProjectId == id && t.SupersededAt == null).OrderByDescending(t => t.Period).ToListAsync(cancel),
            Pleas = await db.Set<Plea>().AsNoTracking().Where(p => p.ProjectId == id && p.IsGranted == true).OrderBy(p => p.Id).ToListAsync(cancel),
            Steps = await db.Set<ProjectStep>().AsNoTracking().Where(s => s.ProjectId == id && s.From != s.To).OrderByDescending(s => s.Id).ToListAsync(cancel),
            Matters = await db.Set<ProjectMatter>().CountAsync(l => l.ProjectId == id, cancel),
        };
    }
}
