using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Visits;

/// <summary>
/// A visit at a doorstep. Without scripts it is posted as any form; with them it goes through the device's outbox (wwwroot/outbox.js), which
/// keeps it until this page has answered, with a key made on the device, so that it counts once however often it is sent.
/// </summary>
[Needs(Capability.RegisterVisit)]
[RequestSizeLimit(FileLimits.MostBatchBytes)]
internal sealed class NewVisitPage(ZhuoluoContext db, RecordVisitHandler handler, PhotoForm photos, IAntiforgery antiforgery, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public VisitForm Form { get; set; } = new();

    [BindProperty]
    public string? OnceKey { get; set; }

    public VisitFields Fields { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var act = HttpContext.Act();
        Form.On = LocalDay.Of(act.At);
        Form.PlaceCode = VisitFields.OfficePlace(act.Who, offices.Current);
        await LoadAsync(cancel);
        Form.DriveId = Fields.Drives.Count == 1 ? long.Parse(Fields.Drives[0].Value, CultureInfo.InvariantCulture) : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outcome = await RecordAsync(cancel);
        await LoadAsync(cancel);
        if (outcome is not { } said)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        TempData.Say(said);
        return Redirect("/visits/new");
    }

    /// <summary>A token that is fresh, and whose it is: what waited on a device for days has neither.</summary>
    public JsonResult OnGetToken()
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        return new JsonResult(new { token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken, owner = OwnerOf(HttpContext.Actor()) });
    }

    /// <summary>The same as the form's, for the outbox: done with what to say, or refused with what is wrong where.</summary>
    public async Task<IActionResult> OnPostQueuedAsync(string? owner, CancellationToken cancel)
    {
        // What one person wrote on a shared telephone is never sent in the name of the next.
        if (owner != OwnerOf(HttpContext.Actor()))
        {
            return new StatusCodeResult(StatusCodes.Status409Conflict);
        }
        if (await RecordAsync(cancel) is { } said)
        {
            return new JsonResult(new { said });
        }
        var errors = ModelState.Where(e => e.Value!.Errors.Count > 0).Select(e => new { field = e.Key, text = e.Value!.Errors[0].ErrorMessage });
        return new JsonResult(new { errors }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    // What was done, in words; null with the errors in the model state.
    private async Task<string?> RecordAsync(CancellationToken cancel)
    {
        var files = new List<StagedFiles>();
        try
        {
            for (var i = 0; i < Math.Min(Form.Matters.Count, VisitForm.MostMatters); i++)
            {
                files.Add(await photos.TakeAsync(this, $"Form.Matters[{i}].Photos", cancel));
                Form.Matters[i].Files = files[i].Files;
            }
            if (!ModelState.IsValid)
            {
                return null;
            }
            if ((await handler.HandleAsync(Form.Command(OnceKey), HttpContext.Act(), cancel)).IsRefused(out var refusal, out var recorded))
            {
                ModelState.AddModelError(refusal.Field is { } field ? "Form." + field.Replace("Contact.Email", "Tell.Email", StringComparison.Ordinal) : "", texts.Of(refusal));
                return null;
            }
            return recorded.Receipts.Count == 0
                ? texts["intake.visit.done"]
                : texts["intake.visit.done-with", string.Join(texts["intake.comma"], recorded.Receipts.Select(r => r.Number))];
        }
        finally
        {
            files.ForEach(f => f.Dispose());
        }
    }

    private async Task LoadAsync(CancellationToken cancel) => Fields = await VisitFields.LoadAsync(Form, HttpContext.Act(), db, offices, texts, cancel);

    private static string OwnerOf(Actor who) => who.PersonId?.ToString(CultureInfo.InvariantCulture) ?? "";
}
