using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Do;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Petitions.Do;

/// <summary>One page for every verb of a petition; what was typed stays on any refusal.</summary>
[Needs(Capability.SeeMatters)]
internal sealed class DoPetitionPage(ZhuoluoContext db, Offices offices, DoPetitionDeed deeds, Texts texts) : PageModel
{
    private static readonly Role[] _leading = [Role.Leader, Role.UnitHead];

    [BindProperty]
    public PetitionForm Form { get; set; } = new();

    [BindProperty]
    public int RecordVersion { get; set; }

    [BindProperty]
    public string? OnceKey { get; set; }

    public Viewer Viewer { get; private set; } = null!;
    public Matter Matter { get; private set; } = null!;
    public Petition Petition { get; private set; } = null!;
    public PetitionTransition Line { get; private set; } = null!;
    public PetitionChoices Choices { get; } = new(texts);
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public IReadOnlyList<Unit> Like { get; private set; } = [];
    public string Href => $"{MatterFilter.Address}/{Matter.Number}";

    public bool Needs(PetitionNeeds what) => Line.Needs.HasFlag(what);

    /// <summary>Whether a word may be added where none is demanded.</summary>
    public bool TakesText => Needs(PetitionNeeds.Text) || Line.Verb is PetitionVerb.Forward or PetitionVerb.TellAccepted or PetitionVerb.CheckResolved or PetitionVerb.GiveLead;

    public async Task<IActionResult> OnGetAsync(string number, string verb, CancellationToken cancel)
    {
        if (await OpenAsync(number, verb, cancel) is { } instead)
        {
            return instead;
        }
        Form.On = Needs(PetitionNeeds.Day) ? Viewer.Today : null;
        Form.DeliveredOn = Needs(PetitionNeeds.Delivered) ? Viewer.Today : null;
        (Form.Sort, Form.Route) = (Petition.Sort is { } sort ? Word<PetitionSort>.Of(sort) : null, Petition.Route is { } route ? Word<PetitionRoute>.Of(route) : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, string verb, CancellationToken cancel)
    {
        if (await OpenAsync(number, verb, cancel) is { } instead)
        {
            return instead;
        }
        var unit = UnitOf(Needs(PetitionNeeds.Unit) || Needs(PetitionNeeds.Reviewer) ? Form.UnitId : null, nameof(PetitionForm.UnitId));
        var accused = UnitOf(Needs(PetitionNeeds.Sort) ? Form.AccusedUnitId : null, nameof(PetitionForm.AccusedUnitId));
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var deed = Form.ToDeed(Matter.Id, Line.Verb, RecordVersion, OnceKey, unit?.Id, accused?.Id);
        return this.Settle(await deeds.DoAsync(deed, HttpContext.Act(), cancel), done => texts["petition.do.done", done.Number, texts[Line.Verb.Key().Key], texts[done.Stage.Key().Key]], done => Line.Verb == PetitionVerb.Recuse || done.Stage == PetitionStage.Forwarded ? Href : Href + "#petition");
    }

    // Null when the page can be shown.
    private async Task<IActionResult?> OpenAsync(string number, string verb, CancellationToken cancel)
    {
        Viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        var matter = await Viewer.Sight.Seen(db).SingleOrDefaultAsync(m => m.Number == number, cancel);
        var petition = matter is null ? null : await db.Set<Petition>().SingleOrDefaultAsync(p => p.MatterId == matter.Id, cancel);
        if (matter is null || petition is null || Word<PetitionVerb>.Read(verb) is not { } wanted || PetitionTransitions.All.FirstOrDefault(t => t.Verb == wanted) is not { } any)
        {
            return NotFound();
        }
        (Matter, Petition) = (matter, petition);
        var line = PetitionTransitions.Find(petition.Stage, wanted);
        if (line is null && HttpMethods.IsGet(Request.Method))
        {
            TempData.Say(texts["petition.do.not-now", texts[wanted.Key().Key], texts[petition.Stage.Key().Key]], "wait");
            return LocalRedirect(Href);
        }
        // A posted form is not thrown away because the stage moved on: the door says why not and the words stay.
        Line = line ?? any;
        if (Needs(PetitionNeeds.Person))
        {
            People = await PeopleAsync(cancel);
        }
        return null;
    }

    private async Task<IReadOnlyList<SelectListItem>> PeopleAsync(CancellationToken cancel)
    {
        var held = await db.Set<RoleAssignment>().Where(r => _leading.Contains(r.Role) && r.EndedAt == null)
            .Join(db.Set<Person>().Where(p => p.IsActive), r => r.PersonId, p => p.Id, (r, p) => new { Role = r, p.Id, p.Name }).ToListAsync(cancel);
        return [.. held.Where(h => h.Role.IsHeldOn(Viewer.Today)).OrderBy(h => h.Role.Role == Role.Leader ? 0 : 1).ThenBy(h => h.Name, StringComparer.Ordinal).DistinctBy(h => h.Id)
            .Select(h => new SelectListItem($"{texts.Show(h.Name)}（{texts.Unit(Viewer.Offices, h.Role.UnitId)}）", h.Id.ToString(CultureInfo.InvariantCulture)))];
    }

    private Unit? UnitOf(string? words, string field) => this.UnitOf(Viewer, words, field, like => Like = like);
}
