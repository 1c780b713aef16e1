using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Appraisals;
using Zhuoluo.Rooms.Rhythm.Inspections;
using Zhuoluo.Rooms.Rhythm.ListTalks;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm.ShowInspection;

/// <summary>One check from the request to the ruling; each step for whose it is.</summary>
[Needs(Capability.SeeRhythm)]
internal sealed class InspectionPage(ZhuoluoContext db, InspectionsHandler handler, Offices offices, Texts texts) : PageModel
{
    private const int RowsShown = 3;

    public ConcludeForm Form { get; private set; } = new();
    public WordsForm Said { get; private set; } = new();
    public Inspection Inspection { get; private set; } = null!;
    public IReadOnlyList<Decision> Findings { get; private set; } = [];
    public IReadOnlyList<Inspection> Near { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public DateOnly Today => HttpContext.Today();
    private Act Act => HttpContext.Act();

    public bool MayDecide => Inspection.State == InspectionState.Asked && HttpContext.May(Capability.KeepAppraisals) && !InspectionRules.IsSame(Act, Inspection.AskedById, Inspection.AskedByName);
    public bool MayConclude => Inspection.State == InspectionState.Approved && HttpContext.May(Capability.ManageRhythm);
    public bool MayObject => Inspection.State == InspectionState.Concluded && Today <= Inspection.LastToObject && HttpContext.May(Capability.HandleRhythm, Offices.Unit(Inspection.UnitId)?.Path ?? "/");
    public bool MayRule => Inspection.State == InspectionState.Objected && HttpContext.May(Capability.KeepAppraisals) && !InspectionRules.IsSame(Act, Inspection.ConcludedById, Inspection.ConcludedByName);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostDecideAsync(long id, bool yes, [Bind(Prefix = nameof(Said))] WordsForm said, CancellationToken cancel) =>
        DoAsync(id, said, () => handler.DecideAsync(new DecideInspection(id, yes, said.Note, said.Version), HttpContext.Act(said.Note), cancel), cancel);

    public Task<IActionResult> OnPostObjectAsync(long id, [Bind(Prefix = nameof(Said))] WordsForm said, CancellationToken cancel) =>
        DoAsync(id, said, () => handler.ObjectAsync(new ObjectToInspection(id, said.Text, said.Version), HttpContext.Act(), cancel), cancel);

    public Task<IActionResult> OnPostRuleAsync(long id, bool yes, [Bind(Prefix = nameof(Said))] WordsForm said, CancellationToken cancel) =>
        DoAsync(id, said, () => handler.RuleAsync(new RuleOnInspection(id, yes, said.Text, said.Version), HttpContext.Act(), cancel), cancel);

    public async Task<IActionResult> OnPostConcludeAsync(long id, [Bind(Prefix = nameof(Form))] ConcludeForm form, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        Form = form;
        Pad();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var command = new ConcludeInspection(id, form.On ?? Today, form.Conclusion, [.. form.Findings.Select(f => new TalkItem(f.Text, f.DueOn))], form.Version);
        return this.Settle(await handler.ConcludeAsync(command, Act, cancel), texts["inspection.concluded"], $"/inspections/{id}");
    }

    private async Task<IActionResult> DoAsync(long id, WordsForm said, Func<Task<Outcome<Inspection>>> change, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        Said = said;
        if ((await change()).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal, nameof(Said));
        }
        TempData.Say(texts["rhythm.saved"]);
        return LocalRedirect($"/inspections/{id}");
    }

    private void Pad()
    {
        while (Form.Findings.Count < RowsShown)
        {
            Form.Findings.Add(new TalkRow());
        }
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        if (await db.Set<Inspection>().AsNoTracking().Seen(HttpContext.Actor(), Offices).SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } inspection)
        {
            return false;
        }
        Inspection = inspection;
        Form = new ConcludeForm { Version = inspection.Version, On = inspection.PlannedOn <= Today ? inspection.PlannedOn : Today };
        Pad();
        Said = new WordsForm { Version = inspection.Version };
        Findings = inspection.MeetingId is { } meeting ? await db.Set<Decision>().AsNoTracking().Where(d => d.MeetingId == meeting).OrderBy(d => d.Serial).ToListAsync(cancel) : [];
        Near = AppraisalSight.UnitsOf(HttpContext.Actor(), Offices) is null
            ? await InspectionsHandler.Near(db, inspection.UnitId, inspection.Topic, inspection.PlannedOn).AsNoTracking().Where(i => i.Id != id).OrderBy(i => i.PlannedOn).ToListAsync(cancel)
            : [];
        return true;
    }
}

internal sealed class ConcludeForm
{
    public int Version { get; set; }

    [Display(Name = "inspection.held-on"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "inspection.conclusion"), Required, StringLength(Inspection.LongestText)]
    public string? Conclusion { get; set; }

    [Display(Name = "inspection.findings")]
    public List<TalkRow> Findings { get; set; } = [];
}

internal sealed class WordsForm
{
    public int Version { get; set; }

    [Display(Name = "inspection.note"), StringLength(Inspection.LongestBasis)]
    public string? Note { get; set; }

    [Display(Name = "inspection.text"), StringLength(Inspection.LongestText)]
    public string? Text { get; set; }
}
