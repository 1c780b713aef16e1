using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Elements.OfProject;

/// <summary>The needs of one project: ask for one, give it to a unit, answer it. What was typed stays on any refusal.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class ProjectNeedsPage(ZhuoluoContext db, NeedsQuery query, NeedsHandler handler, Offices offices, Texts texts) : PageModel
{
    private const int DaysGiven = 14;

    [BindProperty]
    public NeedForm Form { get; set; } = new();

    [BindProperty]
    public string? OnceKey { get; set; }

    public Project Project { get; private set; } = null!;
    public IReadOnlyList<ElementNeed> Needs { get; private set; } = [];

    /// <summary>The one that is being given to a unit or answered; null: a new one.</summary>
    public ElementNeed? Chosen { get; private set; }
    public OfficesSnapshot Offices => offices.Current;
    public DateOnly Today => HttpContext.Today();
    public string Href => $"/projects/{Project.Number}/needs";
    public bool MayManage => HttpContext.May(Capability.ManageProjects);
    public bool MayAsk => !Project.State.IsDone() && Project.State is not (ProjectState.Cancelled or ProjectState.NotEntered)
        && (MayManage || Permissions.May(HttpContext.Actor(), Capability.HandleProject, Offices.Unit(Project.LeadUnitId)?.Path ?? "/"));
    public IEnumerable<SelectListItem> Kinds => texts.Choices<ElementKind>("need.kind");
    public IEnumerable<SelectListItem> Units => Choosing.UnitsOfOffice(Offices, Today, texts);
    public IEnumerable<SelectListItem> Results => new[] { NeedState.Guaranteed, NeedState.Refused }.Select(s => new SelectListItem(texts.Said("need.state", s), Word.Of(s)));

    public bool MayAnswer(ElementNeed need) => need is { IsOpen: true, UnitId: { } unit } && (MayManage || Permissions.May(HttpContext.Actor(), Capability.HandleProject, Offices.Unit(unit)?.Path ?? "/"));

    public async Task<IActionResult> OnGetAsync(string number, long? need, CancellationToken cancel)
    {
        if (!await LoadAsync(number, need, cancel))
        {
            return NotFound();
        }
        Form = new NeedForm { Id = Chosen?.Id, Version = Chosen?.Version ?? 0, DueOn = Chosen?.DueOn ?? Today.AddDays(DaysGiven), UnitId = Chosen?.UnitId, On = Today, Result = Word.Of(NeedState.Guaranteed) };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string number, CancellationToken cancel) => PostAsync(number, async () =>
        Form.DueOn is not { } due ? new Missing(nameof(Form.DueOn))
        : Word<ElementKind>.Read(Form.Kind) is not { } kind ? new Missing(nameof(Form.Kind))
        : (await handler.AskAsync(new AskElement(Project.Id, kind, Form.Text ?? "", due) { UnitId = Form.UnitId, OnceKey = Choosing.Blank(OnceKey) }, HttpContext.Act(), cancel)).Then(_ => Done.Value), "project.need.asked", cancel);

    public Task<IActionResult> OnPostAssignAsync(string number, CancellationToken cancel) => PostAsync(number, async () =>
        Form.DueOn is not { } due ? new Missing(nameof(Form.DueOn))
        : Form.UnitId is not { } unit ? new Missing(nameof(Form.UnitId))
        : (await handler.AssignAsync(new AssignNeed(Form.Id ?? 0, unit, due) { ExpectedVersion = Form.Version }, HttpContext.Act(), cancel)).Then(_ => Done.Value), "project.need.assigned", cancel);

    public Task<IActionResult> OnPostAnswerAsync(string number, CancellationToken cancel) => PostAsync(number, async () =>
        Word<NeedState>.Read(Form.Result) is not (NeedState.Guaranteed or NeedState.Refused) ? new Missing(nameof(Form.Result))
        : (await handler.AnswerAsync(new AnswerNeed(Form.Id ?? 0, Word<NeedState>.Read(Form.Result) == NeedState.Guaranteed, Form.Text ?? "") { On = Form.On, ExpectedVersion = Form.Version }, HttpContext.Act(), cancel)).Then(_ => Done.Value), "project.need.answered", cancel);

    private async Task<IActionResult> PostAsync(string number, Func<Task<Outcome<Done>>> write, string said, CancellationToken cancel)
    {
        if (!await LoadAsync(number, Form.Id, cancel) || (Form.Id is not null && Chosen is null))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        return this.Settle(await write(), texts[said], Href);
    }

    private async Task<bool> LoadAsync(string number, long? chosen, CancellationToken cancel)
    {
        if (await db.Set<Project>().AsNoTracking().SingleOrDefaultAsync(p => p.Number == number, cancel) is not { } project)
        {
            return false;
        }
        Project = project;
        Needs = await query.OfAsync(project.Id, cancel);
        Chosen = Needs.FirstOrDefault(n => n.Id == chosen);
        return true;
    }
}
