using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Alike;

/// <summary>What may be the same as a matter and why, and whether it comes back: a page of its own, shown inside the matter's page when scripts run.</summary>
[Needs(Capability.SeeMatters)]
internal sealed class AlikePage(AlikeQuery alike, RecurrenceQuery recurrences, Judgement judgement, ZhuoluoContext db, Offices offices, Texts texts) : PageModel
{
    public Viewer Viewer { get; private set; } = null!;
    public Matter Matter { get; private set; } = null!;
    public IReadOnlyList<AlikeMatter> Alike { get; private set; } = [];

    /// <summary>The how-manieth time at this place in twelve months.</summary>
    public int Times { get; private set; }

    /// <summary>The matter may still be merged, linked or said to differ by this person.</summary>
    public bool MayJudge => HttpContext.May(Capability.MergeMatters);

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
        {
            return NotFound();
        }
        Times = await recurrences.TimesAsync(Matter, Viewer, cancel);
        Alike = await LoadAsync(cancel);
        return Page();
    }

    /// <summary>They differ: it is not suggested again for this matter.</summary>
    public async Task<IActionResult> OnPostAsync(string number, [FromForm] long other, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
        {
            return NotFound();
        }
        if ((await LoadAsync(cancel)).FirstOrDefault(a => a.Id == other) is { } one)
        {
            var outcome = await judgement.KeepAsync(
                Matter.Id, [new Judged(SuggestionKind.Duplicate, Verdict.Rejected, one.Id, Score: one.Likeness.Score)], HttpContext.Act(), cancel);
            if (outcome.IsRefused(out var refusal, out _))
            {
                return new StatusCodeResult(Refusing.StatusOf(refusal));
            }
            TempData.Say(texts["find.alike.kept-apart", one.Number]);
        }
        return LocalRedirect($"/matters/{Matter.Number}");
    }

    private async Task<bool> FindAsync(string number, CancellationToken cancel)
    {
        Viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        var matter = await Viewer.Sight.Seen(db).SingleOrDefaultAsync(m => m.Number == number, cancel);
        Matter = matter!;
        return matter is not null;
    }

    private async Task<IReadOnlyList<AlikeMatter>> LoadAsync(CancellationToken cancel) =>
        await alike.OfAsync(Matter, Viewer, await Catalogue.LoadAsync(db, cancel), cancel);
}
