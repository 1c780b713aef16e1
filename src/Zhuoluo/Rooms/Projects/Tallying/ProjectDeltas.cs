using System.Globalization;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Projects.Tallying;

/// <summary>What changes in the tallies, added up first. In which tallies a project counts only this knows.</summary>
internal sealed class ProjectDeltas
{
    private readonly Dictionary<ProjectTallyKey, ProjectSums> _changes = [];

    public void Add(ProjectMark mark) => Change(mark, 1);

    public void Take(ProjectMark mark) => Change(mark, -1);

    public IReadOnlyCollection<ProjectTally> ToTallies() => [.. _changes.Where(c => c.Value != default).Select(c => new ProjectTally
    {
        By = c.Key.By,
        Key = c.Key.Key,
        ProgrammeId = c.Key.ProgrammeId,
        State = c.Key.State,
        Light = c.Key.Light,
        Punctuality = c.Key.Punctuality,
        Count = c.Value.Count,
        Planned = c.Value.Planned,
        Arrived = c.Value.Arrived,
        Paid = c.Value.Paid,
    })];

    /// <summary>Adds to what stands in the table.</summary>
    public async Task WriteAsync(Work work, CancellationToken cancel)
    {
        foreach (var (key, sums) in _changes.Where(c => c.Value != default).OrderBy(c => c.Key.By).ThenBy(c => c.Key.ProgrammeId).ThenBy(c => c.Key.Key, StringComparer.Ordinal))
        {
            await work.RunAsync("""
                INSERT INTO project_tally ("by", "key", programme_id, state, light, punctuality, "count", planned, arrived, paid) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                ON CONFLICT ("by", programme_id, "key", state, light, punctuality) DO UPDATE SET
                    "count" = project_tally."count" + excluded."count", planned = project_tally.planned + excluded.planned,
                    arrived = project_tally.arrived + excluded.arrived, paid = project_tally.paid + excluded.paid
                """, cancel, (int)key.By, key.Key, key.ProgrammeId, (int)key.State, (int)key.Light, (int)key.Punctuality, sums.Count, sums.Planned, sums.Arrived, sums.Paid);
        }
    }

    private static IEnumerable<(ProjectTallyBy By, string Key)> Keys(ProjectMark mark)
    {
        var unit = mark.UnitId.ToString(CultureInfo.InvariantCulture);
        yield return (ProjectTallyBy.All, "");
        yield return (ProjectTallyBy.Unit, unit);
        yield return (ProjectTallyBy.Field, mark.FieldCode);
        yield return (ProjectTallyBy.Town, mark.TownCode);
        if (mark.IsSilent)
        {
            yield return (ProjectTallyBy.SilentUnit, unit);
        }
        if (mark.IsOverdue)
        {
            yield return (ProjectTallyBy.OverdueUnit, unit);
        }
    }

    private void Change(ProjectMark mark, int sign)
    {
        var sums = new ProjectSums(sign, sign * mark.Planned, sign * mark.Arrived, sign * mark.Paid);
        foreach (var (by, key) in Keys(mark))
        {
            var at = new ProjectTallyKey(by, key, mark.ProgrammeId, mark.State, mark.Light, mark.Punctuality);
            _changes[at] = _changes.GetValueOrDefault(at).Plus(sums);
        }
    }
}

/// <summary>The primary key of a <see cref="ProjectTally"/>.</summary>
internal readonly record struct ProjectTallyKey(ProjectTallyBy By, string Key, long ProgrammeId, ProjectState State, ProjectLight Light, Punctuality Punctuality);

/// <summary>Money in whole fen.</summary>
internal readonly record struct ProjectSums(long Count, long Planned, long Arrived, long Paid)
{
    public ProjectSums Plus(ProjectSums other) => new(Count + other.Count, Planned + other.Planned, Arrived + other.Arrived, Paid + other.Paid);
}
