using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Projects;

/// <summary>The lists there are, and how their projects stand, from the tallies alone.</summary>
internal sealed class ProgrammesQuery(ZhuoluoContext db, Kept kept)
{
    /// <summary>Newest year first.</summary>
    public async Task<IReadOnlyList<Programme>> AllAsync(CancellationToken cancel) => await kept.GetAsync<IReadOnlyList<Programme>>("programmes",
        async () => await db.Set<Programme>().AsNoTracking().OrderByDescending(p => p.Year).ThenBy(p => p.Code).ToListAsync(cancel), cancel);

    /// <summary>Sums of every list; under 0 what counts each project once.</summary>
    public async Task<IReadOnlyDictionary<long, ProjectSum>> SumsAsync(CancellationToken cancel)
    {
        var tallies = await TalliesAsync(ProjectTallyBy.All, null, cancel);
        return tallies.GroupBy(t => t.ProgrammeId).ToDictionary(g => g.Key, g => ProjectSum.Of(g));
    }

    public async Task<ProjectSum> SumAsync(long programmeId, CancellationToken cancel) => ProjectSum.Of(await TalliesAsync(ProjectTallyBy.All, programmeId, cancel));

    /// <summary>Sums of one list, or of all projects under 0, by unit, field or town.</summary>
    public async Task<IReadOnlyList<(string Key, ProjectSum Sum)>> ByAsync(ProjectTallyBy by, long programmeId, CancellationToken cancel) =>
        [.. (await TalliesAsync(by, programmeId, cancel)).GroupBy(t => t.Key).Select(g => (g.Key, ProjectSum.Of(g))).OrderByDescending(x => x.Item2.Total).ThenBy(x => x.Key, StringComparer.Ordinal)];

    private async Task<IReadOnlyList<ProjectTally>> TalliesAsync(ProjectTallyBy by, long? programmeId, CancellationToken cancel) => await kept.GetAsync<IReadOnlyList<ProjectTally>>((by, programmeId),
        async () => await db.Set<ProjectTally>().AsNoTracking().Where(t => t.By == by && (programmeId == null || t.ProgrammeId == programmeId) && t.Count != 0).ToListAsync(cancel), cancel);
}
