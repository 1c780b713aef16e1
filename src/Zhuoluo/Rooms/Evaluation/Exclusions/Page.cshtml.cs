using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Evaluation.Exclusions;

/// <summary>What is not counted, who asked, on what evidence, who agreed.</summary>
[Needs(Capability.SeeDissatisfied)]
internal sealed class ExclusionsPage(ZhuoluoContext db, ExclusionHandler handler, Offices offices, Texts texts) : PageModel
{
    private const int MostShown = 100;

    public ExclusionForm Form { get; private set; } = new();
    public IReadOnlyList<(RateExclusion Row, string Number, string Title)> Rows { get; private set; } = [];
    public bool MayAsk => HttpContext.May(Capability.HandleDissatisfied);
    public bool MayDecide => HttpContext.May(Capability.DecideDissatisfied);

    public IEnumerable<SelectListItem> Reasons => Enum.GetValues<ExclusionReason>().Where(r => r >= ExclusionReason.Inadmissible)
        .Select(r => new SelectListItem(texts["ev.reason." + r], r.ToString()));

    public Task OnGetAsync(string? number, CancellationToken cancel)
    {
        Form.Number = number;
        return LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAskAsync([Bind(Prefix = nameof(Form))] ExclusionForm form, CancellationToken cancel)
    {
        Form = form;
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var asked = await handler.AskAsync(new AskExclusion(form.Number!.Trim(), null, form.Reason!.Value, form.Detail, form.Evidence), HttpContext.Act(form.Detail), cancel);
        return Done(asked, "ev.exclusions.asked");
    }

    public async Task<IActionResult> OnPostDecideAsync([Bind(Prefix = "Decision")] DecisionForm decision, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Done(await handler.DecideAsync(new DecideExclusion(decision.Id, decision.IsApproved, decision.Note), HttpContext.Act(decision.Note), cancel), "ev.exclusions.decided");
    }

    private IActionResult Done(Outcome<RateExclusion> outcome, string said)
    {
        if (outcome.IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts[said]);
        return Redirect("/evaluation/exclusions");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var seen = Sight.Of(HttpContext.Actor(), offices.Current).Seen(db);
        Rows = [.. (await db.Set<RateExclusion>().Join(seen, x => x.MatterId, m => m.Id, (x, m) => new { x, m.Number, m.Title })
            .OrderBy(r => r.x.DecidedAt != null).ThenByDescending(r => r.x.Id).Take(MostShown).ToListAsync(cancel)).Select(r => (r.x, r.Number, r.Title))];
    }
}

internal sealed class ExclusionForm
{
    [Display(Name = "ev.matter"), Required, StringLength(20)]
    public string? Number { get; set; }

    [Display(Name = "ev.reason"), Required]
    public ExclusionReason? Reason { get; set; }

    [Display(Name = "ev.detail"), Required, StringLength(AskExclusion.LongestText)]
    public string? Detail { get; set; }

    [Display(Name = "ev.evidence"), Required, StringLength(AskExclusion.LongestText)]
    public string? Evidence { get; set; }
}

internal sealed class DecisionForm
{
    public long Id { get; set; }
    public bool IsApproved { get; set; }
    public string? Note { get; set; }
}
