using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Exchange.Import;

[Needs(Capability.ImportFiles)]
[RequestSizeLimit(Upload.MostRequestBytes), RequestFormLimits(MultipartBodyLengthLimit = Upload.MostRequestBytes)]
internal sealed class ImportPage(Upload upload, Offices offices, ZhuoluoContext db, Texts texts) : PageModel
{
    private const int RunsShown = 30;
    private static readonly string[] _kinds = ["visits", "suggestions", "hall-duty", "tickets", "projects", "places", "units", "categories"];

    [BindProperty]
    public ImportForm Form { get; set; } = new();

    public IReadOnlyList<ImportRun> Runs { get; private set; } = [];

    public IEnumerable<SelectListItem> Places => offices.Current.Places.Where(p => p.Code.Length <= 9)
        .Select(p => new SelectListItem(texts.Show(p.Name), p.Code));

    public IEnumerable<SelectListItem> Kinds => _kinds.Select(kind => new SelectListItem(texts["imp.kind." + kind], kind))
        .Prepend(new SelectListItem(texts["imp.kind.any"], ""));

    public Task OnGetAsync(CancellationToken cancel)
    {
        // Most files are the county's; the county stands first.
        Form.Place = Places.FirstOrDefault()?.Value;
        return LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Form.Kind is { Length: > 0 } kind && TableKindNames.Of(kind).Count == 0)
        {
            ModelState.AddModelError("Form.Kind", texts["refusal.unknown-choice"]);
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var outcome = await upload.TakeAsync(Form.File, Form.Place ?? "", Form.Kind ?? "", Form.AsOf, ImportState.Proposed, HttpContext.Act(), cancel);
        return outcome.Match(run => Redirect($"/import/{run.Id}"), refusal => this.Refuse(refusal));
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        Runs = await db.Set<ImportRun>().OrderByDescending(r => r.Id).Take(RunsShown).ToListAsync(cancel);

    internal sealed class ImportForm
    {
        [Display(Name = "imp.file"), Required]
        public IFormFile? File { get; set; }

        [Display(Name = "imp.place"), Required]
        public string? Place { get; set; }

        [Display(Name = "imp.kind")]
        public string? Kind { get; set; }

        [Display(Name = "imp.as-of")]
        public DateOnly? AsOf { get; set; }
    }
}

internal static class ImportStateTones
{
    public static string Tone(this ImportState state) => state switch
    {
        ImportState.Proposed or ImportState.Stopped => "wait",
        ImportState.Waiting or ImportState.Running => "busy",
        ImportState.Done => "good",
        _ => "bad",
    };
}
