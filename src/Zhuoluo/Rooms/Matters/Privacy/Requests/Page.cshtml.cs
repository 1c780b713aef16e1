using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.Privacy.Own;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Privacy.Requests;

/// <summary>The register of what people asked about their data, the next due first, and where each is decided.</summary>
[Needs(Capability.ManagePersonalData)]
internal sealed class DataRequestsPage(DecideRequestHandler handler, ZhuoluoContext db, Vault vault, Offices offices, Texts texts) : PageModel
{
    private const int Most = 100;

    [BindProperty]
    public DecisionForm Form { get; set; } = new();

    public IReadOnlyList<(DataRequest Request, string Number)> Rows { get; private set; } = [];
    public (DataRequest Request, string Number)? Chosen { get; private set; }
    public DataWords? Words { get; private set; }
    public DateTimeOffset Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? id, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        return id is not null && Chosen is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(long? id, bool grant, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        if (Chosen is null)
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if ((await handler.HandleAsync(new DecideRequest(id!.Value, grant, Form.Answer ?? ""), HttpContext.Act(Form.Answer), cancel)).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["safe.circle.done"]);
        return Redirect("/data-rights");
    }

    private async Task LoadAsync(long? id, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        var act = HttpContext.Act();
        Now = act.At;
        var seen = Sight.Of(act.Who, offices.Current).Seen(db);
        var rows = db.Set<DataRequest>().Join(seen, r => r.MatterId, m => m.Id, (r, m) => new { Request = r, m.Number });
        Rows = [.. (await rows.OrderBy(x => x.Request.State).ThenBy(x => x.Request.DueAt).Take(Most).ToListAsync(cancel)).Select(x => (x.Request, x.Number))];
        if (id is { } one && await rows.Where(x => x.Request.Id == one).SingleOrDefaultAsync(cancel) is { } found)
        {
            Chosen = (found.Request, found.Number);
            Words = await AskAboutDataHandler.OpenAsync(db, vault, found.Request, cancel);
        }
    }

    internal sealed class DecisionForm
    {
        [Display(Name = "safe.request.answer"), Required, StringLength(DecideRequest.LongestAnswer, MinimumLength = 2)]
        public string? Answer { get; set; }
    }
}
