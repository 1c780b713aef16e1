using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Teams.ListTeams;

/// <summary>Incidents with their teams; opening one, ending it, forming a team.</summary>
[Needs(Capability.SeeMatters)]
internal sealed class TeamsPage(ZhuoluoContext db, TeamsHandler handler, Offices offices, Texts texts) : PageModel
{
    private const int MostIncidents = 100;

    [BindProperty]
    public IncidentForm Form { get; set; } = new();

    [BindProperty]
    public TeamForm Team { get; set; } = new();

    public Viewer Viewer { get; private set; } = null!;
    public IReadOnlyList<Incident> Incidents { get; private set; } = [];
    public ILookup<long, TeamSum> Teams { get; private set; } = Array.Empty<TeamSum>().ToLookup(t => t.Team.IncidentId);
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public FilterChoices Choices { get; private set; } = null!;
    public bool MayManage => HttpContext.May(Capability.ManageTeams);

    public IEnumerable<SelectListItem> Kinds => Word<IncidentKind>.All.Select(w => new SelectListItem(texts["team.incident." + w], Word<IncidentKind>.Read(w)!.Value.ToString()));
    public IEnumerable<SelectListItem> TeamKinds => Word<TeamKind>.All.Select(w => new SelectListItem(texts["team.kind." + w], Word<TeamKind>.Read(w)!.Value.ToString()));
    public IEnumerable<SelectListItem> OpenIncidents => Incidents.Where(i => i.EndedOn is null).Select(i => new SelectListItem(texts.Show(i.Name), i.Id.ToString(CultureInfo.InvariantCulture)));
    public IEnumerable<SelectListItem> Units => Choosing.Units(offices.Current, Viewer.Today, texts, u => HttpContext.May(Capability.ManageTeams, u.Path));

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => DoAsync(Form, nameof(Form),
        act => handler.HandleAsync(new OpenIncident(Form.Kind ?? 0, Form.Name ?? "", Form.PlaceCode ?? "", Form.From ?? default), act, cancel), cancel);

    public Task<IActionResult> OnPostTeamAsync(CancellationToken cancel) => DoAsync(Team, nameof(Team),
        act => handler.HandleAsync(new FormTeam(Team.IncidentId ?? 0, Team.Kind ?? 0, Team.Name ?? "", Team.UnitId ?? 0, Team.LeaderId ?? 0), act, cancel), cancel);

    public Task<IActionResult> OnPostEndAsync(long id, CancellationToken cancel) => DoAsync<object, Done>(null, "",
        act => handler.HandleAsync(new EndIncident(id, LocalDay.Of(act.At)), act, cancel), cancel);

    private async Task<IActionResult> DoAsync<TForm, TDone>(TForm? form, string name, Func<Act, Task<Outcome<TDone>>> command, CancellationToken cancel)
        where TForm : class
    {
        await LoadAsync(cancel);
        ModelState.Clear();
        if (form is not null && !TryValidateModel(form, name))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if ((await command(HttpContext.Act())).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal, name);
        }
        TempData.Say(texts["intake.saved"]);
        return LocalRedirect("/teams");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        Incidents = await db.Set<Incident>().OrderBy(i => i.EndedOn != null).ThenByDescending(i => i.From).Take(MostIncidents).ToListAsync(cancel);
        var ids = Incidents.Select(i => i.Id).ToList();
        Teams = (await db.Set<Team>().Where(t => ids.Contains(t.IncidentId)).OrderBy(t => t.Id)
            .Select(t => new TeamSum(t, db.Set<TeamMember>().Count(m => m.TeamId == t.Id && m.LeftAt == null), db.Set<TeamTask>().Count(k => k.TeamId == t.Id)))
            .ToListAsync(cancel)).ToLookup(t => t.Team.IncidentId);
        Choices = new FilterChoices(texts, offices.Current, new Catalogue([], []), Viewer.Today);
        People = MayManage ? await TeamPeople.AllAsync(db, texts, cancel) : [];
    }
}

internal sealed record TeamSum(Team Team, int Members, int Tasks);

internal sealed class IncidentForm
{
    [Display(Name = "team.incident"), Required]
    public IncidentKind? Kind { get; set; }

    [Display(Name = "team.incident.name"), Required, StringLength(OpenIncident.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "team.incident.place"), Required]
    public string? PlaceCode { get; set; }

    [Display(Name = "team.incident.from"), Required]
    public DateOnly? From { get; set; }
}

internal sealed class TeamForm
{
    [Display(Name = "team.for"), Required]
    public long? IncidentId { get; set; }

    [Display(Name = "team.kind"), Required]
    public TeamKind? Kind { get; set; }

    [Display(Name = "team.name"), Required, StringLength(OpenIncident.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "team.unit"), Required]
    public long? UnitId { get; set; }

    [Display(Name = "team.leader"), Required]
    public long? LeaderId { get; set; }
}
