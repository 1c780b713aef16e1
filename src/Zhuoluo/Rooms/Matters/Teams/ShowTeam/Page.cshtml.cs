using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Teams.ShowTeam;

/// <summary>One team: who is in it, who is on when, what it does, what came of it. No count per person anywhere.</summary>
[Needs(Capability.SeeMatters)]
internal sealed class TeamPage(ZhuoluoContext db, TeamWork work, TeamsHandler teams, Offices offices, Texts texts) : PageModel
{
    public Viewer Viewer { get; private set; } = null!;
    public Team Team { get; private set; } = null!;
    public Incident Incident { get; private set; } = null!;
    public IReadOnlyList<TeamMember> Members { get; private set; } = [];
    public IReadOnlyList<TeamShift> Shifts { get; private set; } = [];
    public IReadOnlyList<MatterRow> Tasks { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IEnumerable<TeamMember> Present => Members.Where(m => m.LeftAt is null);
    public bool IsThere => Team.DissolvedAt is null;
    public bool MayLead => IsThere && (Team.LeaderId == Viewer.Who.PersonId || HttpContext.May(Capability.ManageTeams, offices.Current.Unit(Team.UnitId)?.Path ?? "/"));
    public bool IsMember => Present.Any(m => m.PersonId == Viewer.Who.PersonId);
    public RowsShown Shown => new(Tasks, Viewer, new Catalogue([], [])) { IsBrief = true };

    public IEnumerable<SelectListItem> MemberChoices => Present.Select(m => new SelectListItem(texts.Show(m.PersonName), m.PersonId.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostJoinAsync(long id, long? person, bool agreed, CancellationToken cancel) =>
        DoAsync(id, act => work.HandleAsync(new JoinTeam(id, person ?? act.Who.PersonId ?? 0) { HasAgreed = agreed }, act, cancel), cancel);

    public Task<IActionResult> OnPostLeaveAsync(long id, long? person, CancellationToken cancel) =>
        DoAsync(id, act => work.HandleAsync(new LeaveTeam(id, person ?? act.Who.PersonId ?? 0), act, cancel), cancel);

    public Task<IActionResult> OnPostShiftAsync(long id, long person, DateTime? from, DateTime? to, CancellationToken cancel) =>
        DoAsync(id, act => work.HandleAsync(new PlanShift(id, person, At(from), At(to)), act, cancel), cancel);

    public Task<IActionResult> OnPostCancelAsync(long id, long shift, CancellationToken cancel) =>
        DoAsync(id, act => work.HandleAsync(new CancelTeamShift(shift), act, cancel), cancel);

    public Task<IActionResult> OnPostTaskAsync(long id, string? number, CancellationToken cancel) =>
        DoAsync(id, act => work.HandleAsync(new GiveTask(id, number?.Trim() ?? ""), act, cancel), cancel);

    public Task<IActionResult> OnPostDissolveAsync(long id, string? result, CancellationToken cancel) =>
        DoAsync(id, act => teams.HandleAsync(new DissolveTeam(id, result ?? ""), act, cancel), cancel);

    // What a browser sends has no zone; it is the time on the wall in China.
    private static DateTimeOffset At(DateTime? wall) => wall is { } time ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), LocalDay.Offset).ToUniversalTime() : default;

    private async Task<IActionResult> DoAsync<T>(long id, Func<Act, Task<Outcome<T>>> command, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        ModelState.Clear();
        if ((await command(HttpContext.Act())).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal, "");
        }
        TempData.Say(texts["intake.saved"]);
        return LocalRedirect($"/teams/{id}");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        Viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        if (await db.Set<Team>().SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } team)
        {
            return false;
        }
        Team = team;
        Incident = await db.Set<Incident>().SingleAsync(i => i.Id == team.IncidentId, cancel);
        Members = await db.Set<TeamMember>().Where(m => m.TeamId == id).OrderBy(m => m.Id).ToListAsync(cancel);
        Shifts = await db.Set<TeamShift>().Where(s => s.TeamId == id && !s.IsCancelled).OrderBy(s => s.From).ThenBy(s => s.Id).ToListAsync(cancel);
        Tasks = await MatterRow.From(Viewer.Sight.Seen(db).Where(m => db.Set<TeamTask>().Any(t => t.TeamId == id && t.MatterId == m.Id)).OrderByDescending(m => m.Id)).ToListAsync(cancel);
        People = MayLead ? await TeamPeople.AllAsync(db, texts, cancel) : [];
        return true;
    }
}
