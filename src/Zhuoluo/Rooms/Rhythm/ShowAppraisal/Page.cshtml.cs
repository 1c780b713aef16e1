using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Appraisals;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm.ShowAppraisal;

/// <summary>A sheet: results by unit, what is said of units and what they answer. Read only once it is issued.</summary>
[Needs(Capability.SeeRhythm)]
internal sealed class AppraisalPage(ZhuoluoContext db, AppraisalsHandler handler, Offices offices, Texts texts) : PageModel
{
    public SheetForm Form { get; private set; } = new();
    public RemarkForm Said { get; private set; } = new();
    public AnswerForm Answered { get; private set; } = new();
    public Appraisal Appraisal { get; private set; } = null!;
    public Sheet Sheet { get; private set; } = new([]);
    public IReadOnlyList<Remark> Remarks { get; private set; } = [];
    public IReadOnlyList<Appraisal> CorrectedBy { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public bool MayKeep => HttpContext.May(Capability.KeepAppraisals);
    public bool MayChange => MayKeep && Appraisal.IssuedOn is null;
    public bool IsDrafter => AppraisalRules.IsDrafter(Appraisal, HttpContext.Act());

    public IReadOnlyList<SelectListItem> Units => [.. Sheet.Rows.Select(r => new SelectListItem(Offices.Unit(r.UnitId) is { } u ? texts.Show(u.Name) : "—", r.UnitId.ToString(System.Globalization.CultureInfo.InvariantCulture)))];

    public bool MayAnswer(Remark remark) => Appraisal.IssuedOn is not null && remark.Answer is null && HttpContext.May(Capability.HandleRhythm, Offices.Unit(remark.UnitId)?.Path ?? "/");

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostWriteAsync(long id, [Bind(Prefix = nameof(Form))] SheetForm form, CancellationToken cancel) => DoAsync(
        id, () => Form = form, () => handler.WriteAsync(new WriteAppraisal(id, form.Version, form.Title, form.Summary), HttpContext.Act(), cancel), "rhythm.saved", nameof(Form), cancel);

    public Task<IActionResult> OnPostRecountAsync(long id, int version, CancellationToken cancel) => DoAsync(
        id, null, () => handler.RecountAsync(new RecountAppraisal(id, version), HttpContext.Act(), cancel), "appraisal.recounted", nameof(Form), cancel);

    public Task<IActionResult> OnPostIssueAsync(long id, int version, CancellationToken cancel) => DoAsync(
        id, null, () => handler.IssueAsync(new IssueAppraisal(id, version), HttpContext.Act(), cancel), "appraisal.issued", nameof(Form), cancel);

    public Task<IActionResult> OnPostRemarkAsync(long id, [Bind(Prefix = nameof(Said))] RemarkForm said, CancellationToken cancel) => DoAsync(
        id, () => Said = said, () => handler.RemarkAsync(new RemarkOnUnit(id, said.UnitId ?? 0, said.Text), HttpContext.Act(), cancel), "rhythm.saved", nameof(Said), cancel);

    public Task<IActionResult> OnPostAnswerAsync(long id, [Bind(Prefix = nameof(Answered))] AnswerForm answered, CancellationToken cancel) => DoAsync(
        id, () => Answered = answered, () => handler.AnswerAsync(new AnswerRemark(answered.Id, answered.Answer), HttpContext.Act(), cancel), "remark.answered", nameof(Answered), cancel);

    public async Task<IActionResult> OnPostCorrectAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        var command = new DraftAppraisal(Appraisal.Kind, Appraisal.OfficeId, Appraisal.From, Appraisal.Title, [.. Sheet.Rows.Select(r => r.UnitId)]) { CorrectsId = id };
        return this.Settle(await handler.DraftAsync(command, HttpContext.Act(), cancel), _ => texts["appraisal.drafted"], made => $"/appraisals/{made}");
    }

    private async Task<IActionResult> DoAsync<T>(long id, Action? keep, Func<Task<Outcome<T>>> change, string said, string form, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        keep?.Invoke();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if ((await change()).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal, form);
        }
        TempData.Say(texts[said]);
        return LocalRedirect($"/appraisals/{id}");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        var who = HttpContext.Actor();
        var units = AppraisalSight.UnitsOf(who, Offices);
        if (await db.Set<Appraisal>().AsNoTracking().Seen(who).SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } appraisal)
        {
            return false;
        }
        Appraisal = appraisal;
        Sheet = await Sheet.ReadAsync(db, id, units, Offices, cancel);
        if (units is not null && Sheet.Rows.Count == 0)
        {
            return false;
        }
        Form = new SheetForm { Version = appraisal.Version, Title = appraisal.Title, Summary = appraisal.Summary };
        var remarks = await db.Set<Remark>().AsNoTracking().Where(r => r.AppraisalId == id).ToListAsync(cancel);
        Remarks = [.. remarks.Where(r => units?.Contains(r.UnitId) != false).OrderBy(r => Offices.Unit(r.UnitId)?.Code, StringComparer.Ordinal)];
        CorrectedBy = await db.Set<Appraisal>().AsNoTracking().Where(a => a.CorrectsId == id && a.IssuedOn != null).OrderBy(a => a.Id).ToListAsync(cancel);
        return true;
    }
}

internal sealed class SheetForm
{
    public int Version { get; set; }

    [Display(Name = "appraisal.title"), Required, StringLength(Appraisal.LongestTitle)]
    public string? Title { get; set; }

    [Display(Name = "appraisal.summary"), StringLength(Appraisal.LongestSummary)]
    public string? Summary { get; set; }
}

internal sealed class RemarkForm
{
    [Display(Name = "rhythm.unit"), Required]
    public long? UnitId { get; set; }

    [Display(Name = "remark.text"), StringLength(Remark.LongestText)]
    public string? Text { get; set; }
}

internal sealed class AnswerForm
{
    public long Id { get; set; }

    [Display(Name = "remark.answer"), Required, StringLength(Remark.LongestText)]
    public string? Answer { get; set; }
}
