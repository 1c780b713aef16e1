using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>
/// The paper of a dispatch meeting, generated and never filled in (rules B6.2): red before yellow, the longest late first; what changed since the
/// meeting before; what waits for a decision; what became of earlier decisions.
/// </summary>
internal sealed record Board(IReadOnlyList<BoardRow> Rows, IReadOnlyList<BoardRow> Left, IReadOnlyList<BoardPlea> Pleas, IReadOnlyList<Decision> Earlier)
{
    /// <summary>More than these a meeting cannot speak of; the list of projects shows the rest.</summary>
    public const int MostRows = 200;

    public IEnumerable<BoardRow> Red => Rows.Where(r => r.Light == ProjectLight.Red);
    public IEnumerable<BoardRow> Yellow => Rows.Where(r => r.Light == ProjectLight.Yellow);

    /// <summary>New on the list, or with another light than last time.</summary>
    public IEnumerable<BoardRow> Changed => Rows.Where(r => r.Was != r.Light);
    public IEnumerable<BoardRow> Asking => Rows.Where(r => r.Needs is not null);

    /// <summary>Whose items are on the paper, and nobody else (rules D1.2).</summary>
    public IReadOnlyList<long> Invited => [.. Rows.Select(r => r.UnitId).Concat(Pleas.Select(p => p.UnitId)).Concat(Earlier.Where(d => d.DoneOn is null).Select(d => d.UnitId)).Distinct().Order()];

    /// <summary>How it stands now.</summary>
    public static async Task<Board> NowAsync(ZhuoluoContext db, Meeting meeting, CancellationToken cancel)
    {
        var listed = db.Listed(meeting.ProgrammeId);
        var projects = await listed.Where(p => p.Light == ProjectLight.Red || p.Light == ProjectLight.Yellow)
            .OrderByDescending(p => p.Light).ThenBy(p => p.FirstFinish).ThenBy(p => p.Id).Take(MostRows).ToListAsync(cancel);
        var ids = projects.ConvertAll(p => p.Id);
        var needs = await db.Set<Progress>().Where(p => ids.Contains(p.ProjectId) && p.SupersededAt == null && p.Needs != null)
            .OrderBy(p => p.Period).ThenBy(p => p.Id).Select(p => new { p.ProjectId, p.Period, p.Needs }).ToListAsync(cancel);
        var lastNeeds = needs.Where(n => projects.Exists(p => p.Id == n.ProjectId && p.ReportedFor == n.Period)).GroupBy(n => n.ProjectId).ToDictionary(g => g.Key, g => g.Last().Needs);
        var before = await BeforeAsync(db, meeting, cancel);
        var leftIds = before.Keys.Except(ids).ToList();
        var left = leftIds.Count == 0 ? [] : await db.Set<Project>().Where(p => leftIds.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(cancel);
        var pleas = await db.Set<Plea>().Where(p => p.IsGranted == null).Join(listed, p => p.ProjectId, p => p.Id, (plea, p) => new BoardPlea(p.Id, p.Number, p.Name, p.LeadUnitId, plea.Kind, plea.From, plea.To, plea.Text))
            .Take(MostRows).ToListAsync(cancel);
        return new Board(
            [.. projects.Select(p => BoardRow.Of(p, lastNeeds.GetValueOrDefault(p.Id), Was(before, p.Id)))],
            [.. left.Select(p => BoardRow.Of(p, null, Was(before, p.Id)))],
            [.. pleas.OrderBy(p => p.Number, StringComparer.Ordinal)],
            await EarlierAsync(db, meeting, cancel));
    }

    /// <summary>How it stood when the meeting was held.</summary>
    public static async Task<Board> HeldAsync(ZhuoluoContext db, Meeting meeting, CancellationToken cancel)
    {
        var before = await BeforeAsync(db, meeting, cancel);
        var rows = await db.Set<MeetingProject>().Where(m => m.MeetingId == meeting.Id).Join(db.Set<Project>(), m => m.ProjectId, p => p.Id, (m, p) => new { m, p.Number, p.Name, p.LeadUnitId })
            .OrderByDescending(x => x.m.Light).ThenBy(x => x.m.FirstFinish).ThenBy(x => x.m.ProjectId).ToListAsync(cancel);
        return new Board(
            [.. rows.Select(x => new BoardRow(x.m.ProjectId, x.Number, x.Name, x.LeadUnitId, x.m.Light, x.m.Causes, x.m.Done, x.m.FirstFinish, x.m.PlannedFinish, x.m.Needs, Was(before, x.m.ProjectId)))],
            [], [], await EarlierAsync(db, meeting, cancel));
    }

    private static async Task<Dictionary<long, ProjectLight>> BeforeAsync(ZhuoluoContext db, Meeting meeting, CancellationToken cancel) =>
        meeting.PreviousId is { } previous
            ? await db.Set<MeetingProject>().Where(m => m.MeetingId == previous).ToDictionaryAsync(m => m.ProjectId, m => m.Light, cancel)
            : [];

    // Those of the meeting before, whatever became of them, and whatever of earlier ones is still open.
    private static Task<List<Decision>> EarlierAsync(ZhuoluoContext db, Meeting meeting, CancellationToken cancel) =>
        db.Set<Decision>().Where(d => d.MeetingId != meeting.Id && (d.MeetingId == meeting.PreviousId || d.DoneOn == null || d.DoneOn >= meeting.On))
            .Where(d => db.Set<Meeting>().Any(m => m.Id == d.MeetingId && m.OfficeId == meeting.OfficeId && m.ProgrammeId == meeting.ProgrammeId && m.HeldOn != null && m.On <= meeting.On))
            .OrderBy(d => d.DueOn).ThenBy(d => d.Id).Take(MostRows).ToListAsync(cancel);

    private static ProjectLight? Was(Dictionary<long, ProjectLight> before, long id) => before.TryGetValue(id, out var light) ? light : null;
}

/// <summary>A project on the paper. Needs: what the unit says has to be decided, from its last report. Was: its light on the last paper; null when it was not on it.</summary>
internal sealed record BoardRow(
    long ProjectId, string Number, string Name, long UnitId, ProjectLight Light, LightCause Causes, int Done, DateOnly FirstFinish, DateOnly PlannedFinish, string? Needs, ProjectLight? Was)
{
    public static BoardRow Of(Project p, string? needs, ProjectLight? was) =>
        new(p.Id, p.Number, p.Name, p.LeadUnitId, p.Light, p.Causes, p.Done, p.FirstFinish, p.PlannedFinish, needs, was);

    public MeetingProject Frozen(long meetingId) => new()
    {
        MeetingId = meetingId,
        ProjectId = ProjectId,
        Light = Light,
        Causes = Causes,
        Done = Done,
        FirstFinish = FirstFinish,
        PlannedFinish = PlannedFinish,
        Needs = Needs,
    };
}

/// <summary>A later day, a pause or an end that was asked for and not decided.</summary>
internal sealed record BoardPlea(long ProjectId, string Number, string Name, long UnitId, PleaKind Kind, DateOnly? From, DateOnly? To, string Text);

internal static class ListedProjects
{
    /// <summary>Projects that are promised and not done; of one list, or all.</summary>
    public static IQueryable<Project> Listed(this ZhuoluoContext db, long? programmeId)
    {
        var promised = db.Set<Project>().Where(p => p.State == ProjectState.Listed || p.State == ProjectState.Started || p.State == ProjectState.PartBuilt || p.State == ProjectState.Paused);
        return programmeId is { } id ? promised.Where(p => db.Set<Listing>().Any(l => l.ProjectId == p.Id && l.ProgrammeId == id && l.RemovedOn == null)) : promised;
    }
}
