using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Investment.Show;

/// <summary>One agreement: how far it is and by whose word, every step there ever was, and the next one.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class AgreementPage(ZhuoluoContext db, MoveAgreementHandler handler, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public MoveForm Form { get; set; } = new();

    [BindProperty]
    public int RecordVersion { get; set; }

    public Agreement Agreement { get; private set; } = null!;
    public AgreementState Stage { get; private set; }
    public SigningEvent? Signing { get; private set; }
    public Project? Project { get; private set; }
    public IReadOnlyList<AgreementStep> Steps { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public string Href => "/investment/" + Agreement.Number;
    public bool MayMove => Agreement.State != AgreementState.Cancelled && Permissions.May(HttpContext.Actor(), Capability.KeepInvestment, Offices.Unit(Agreement.UnitId)?.Path ?? "/");

    /// <summary>The step that is being written down; null where none is.</summary>
    public AgreementVerb? Verb => Word<AgreementVerb>.Read(Request.Query["do"]) is { } verb && MayMove && IsOpen(verb) ? verb : null;

    /// <summary>Only steps that the agreement can take now.</summary>
    public IEnumerable<AgreementVerb> Verbs => new[] { AgreementVerb.Land, AgreementVerb.Move, AgreementVerb.Cancel, AgreementVerb.Correct }.Where(IsOpen);
    public IEnumerable<SelectListItem> Later => Enum.GetValues<AgreementState>().Where(s => s != AgreementState.Cancelled && s > Agreement.State && (Project is null || s == AgreementState.Producing)).Select(s => new SelectListItem(texts.Said("agreement.state", s), Word.Of(s)));
    public IEnumerable<SelectListItem> Types => texts.Choices<AgreementType>("agreement.type");

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel)
    {
        if (!await LoadAsync(number, cancel))
        {
            return NotFound();
        }
        Form = new MoveForm { On = HttpContext.Today() };
        if (Verb == AgreementVerb.Correct)
        {
            (Form.Type, Form.Amount) = (Word.Of(Agreement.Type), Amounts.Wan(Agreement.AmountFen));
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancel)
    {
        if (!await LoadAsync(number, cancel))
        {
            return NotFound();
        }
        if (Word<AgreementVerb>.Read(Request.Query["do"]) is not { } verb)
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        return this.Settle(await handler.HandleAsync(Form.Command(Agreement.Id, verb, RecordVersion), HttpContext.Act(), cancel), texts["project.agreement.saved"], Href);
    }

    private bool IsOpen(AgreementVerb verb) => verb switch
    {
        AgreementVerb.Land => Agreement.ProjectId is null,
        AgreementVerb.Move => Project is null ? Agreement.State < AgreementState.Producing : Project.State.IsDone() && Agreement.State != AgreementState.Producing,
        AgreementVerb.Cancel => Project is null || Project.State is ProjectState.Cancelled or ProjectState.NotEntered,
        AgreementVerb.Correct => true,
        _ => false,
    };

    private async Task<bool> LoadAsync(string number, CancellationToken cancel)
    {
        if (await db.Set<Agreement>().AsNoTracking().SingleOrDefaultAsync(a => a.Number == number, cancel) is not { } agreement)
        {
            return false;
        }
        Agreement = agreement;
        Signing = agreement.EventId is { } at ? await db.Set<SigningEvent>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == at, cancel) : null;
        Project = agreement.ProjectId is { } project ? await db.Set<Project>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == project, cancel) : null;
        Stage = Agreement.StageOf(agreement.State, Project?.State, Project?.StartedOn is not null, Project?.PartBuiltOn is not null);
        Steps = await db.Set<AgreementStep>().AsNoTracking().Where(s => s.AgreementId == agreement.Id).OrderByDescending(s => s.Id).ToListAsync(cancel);
        return true;
    }
}
