using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Wishes.One;

/// <summary>One wish for staff: its words, its way, and what may be done now. Whom to bring it to is told to whoever has claimed it, and logged.</summary>
[Needs(Capability.SeeWishes)]
[RequestSizeLimit(FileLimits.MostRequestBytes)]
internal sealed class WishPage(WishQuery wishes, DoWishHandler handler, PhotoForm photos, Offices offices, Texts texts) : PageModel
{
    public Wish Wish { get; private set; } = null!;
    public IReadOnlyList<WishStep> Steps { get; private set; } = [];
    public IReadOnlyList<Attachment> Files { get; private set; } = [];
    public IReadOnlyList<WishVerb> Offered { get; private set; } = [];

    /// <summary>What was typed with the verb that was refused.</summary>
    public string? Typed { get; private set; }
    public WishVerb? Refused { get; private set; }
    public WishDone? Revealed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) => await IsFoundAsync(number, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string number, string? verb, string? text, string? branch, int recordVersion, CancellationToken cancel)
    {
        using var files = await photos.TakeAsync(this, "Form.Photos", cancel);
        if (Word<WishVerb>.Read(verb) is not { } wanted || !await IsFoundAsync(number, cancel))
        {
            return NotFound();
        }
        (Typed, Refused) = (text, wanted);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var deed = new WishDeed(number, wanted, recordVersion) { Text = text, Branch = branch, Files = wanted == WishVerb.Fulfil ? files.Files : [] };
        if ((await handler.HandleAsync(deed, HttpContext.Act(), cancel)).IsRefused(out var refusal, out var done))
        {
            ModelState.AddModelError("", texts.Of(refusal));
            Response.StatusCode = Refusing.StatusOf(refusal);
            return refusal.Kind == RefusalKind.Permission ? new StatusCodeResult(StatusCodes.Status403Forbidden) : Page();
        }
        if (wanted != WishVerb.Reveal)
        {
            TempData.Say(texts["wish.done", texts["wish.verb." + verb]]);
            return Redirect("/wishes/desk/" + number);
        }
        // Shown once, in the answer to the reason; not kept by the browser.
        Response.Headers.CacheControl = "no-cache, no-store";
        await IsFoundAsync(number, cancel);
        (Revealed, Refused) = (done, null);
        return Page();
    }

    private async Task<bool> IsFoundAsync(string number, CancellationToken cancel)
    {
        if (await wishes.FindAsync(number, cancel) is not { } wish)
        {
            return false;
        }
        Wish = wish;
        Steps = await wishes.StepsAsync(wish.Id, cancel);
        Files = await wishes.FilesAsync(wish.Id, cancel);
        Offered = [.. WishRules.Offered(wish, offices.Current, HttpContext.Act()).Select(t => t.Verb)];
        return true;
    }
}
