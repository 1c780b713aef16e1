using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Track;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Wishes.Mine;

/// <summary>What has become of one's own wish; says whether it came true, and thanks.</summary>
[Open]
internal sealed class MyWishPage(WishDoor door, WishQuery wishes, DoWishHandler handler, Texts texts) : PageModel
{
    public FindForm Form { get; private set; } = new();
    public Wish? Wish { get; private set; }

    /// <summary>Stands in the forms of this page in place of the code.</summary>
    public string Pass { get; private set; } = "";

    public IEnumerable<WishVerb> Offered => Wish is not { } wish ? [] : WishTransitions.All.Where(t => t.ByRequester && t.From.Contains(wish.State)).Select(t => t.Verb);

    public void OnGet() => Response.Headers.CacheControl = "no-cache, no-store";

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Form))] FindForm form, CancellationToken cancel)
    {
        Form = form;
        Response.Headers.CacheControl = "no-cache, no-store";
        if (ModelState.IsValid)
        {
            if (!(await door.FindAsync(form.Number, form.Code, HttpContext.Address(), HttpContext.Act().At, cancel)).IsRefused(out var refusal, out var wish))
            {
                (Wish, Pass) = (wish, door.PassFor(wish));
                return Page();
            }
            ModelState.AddModelError("", texts.Of(refusal));
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public async Task<IActionResult> OnPostDoAsync(string? pass, string? verb, string? text, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (door.Read(pass) is not { } number || Word<WishVerb>.Read(verb) is not { } wanted)
        {
            return Redirect("/wishes/mine");
        }
        var deed = new WishDeed(number, wanted) { Text = text, IsRequester = true };
        var outcome = await handler.HandleAsync(deed, HttpContext.Act() with { Who = Actor.Public }, cancel);
        Wish = await wishes.FindAsync(number, cancel);
        Pass = door.PassFor(Wish!);
        ModelState.Clear();
        if (outcome.IsRefused(out var refusal, out _))
        {
            ModelState.AddModelError("", texts.Of(refusal));
            Response.StatusCode = Refusing.StatusOf(refusal);
        }
        return Page();
    }

    internal sealed class FindForm
    {
        [Display(Name = "wish.number"), Required, StringLength(20)]
        public string? Number { get; set; }

        [Display(Name = "wish.code"), Required, StringLength(40)]
        public string? Code { get; set; }
    }
}
