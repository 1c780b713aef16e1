using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Matters.Track;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Rate;

/// <summary>The page behind a one-time link. Looks alike for every number and token; only a rating that is sent tells whether they are right.</summary>
[Open]
internal sealed class RatePage(RateMatterHandler handler, Texts texts) : PageModel
{
    public string Number { get; private set; } = "";
    public bool IsDone { get; private set; }
    public RateForm Rate { get; } = new();

    public void OnGet(string number) => Number = number;

    public async Task<IActionResult> OnPostAsync(string number, [FromQuery(Name = "t")] string? token, [Bind(Prefix = "Rate")] RateForm rate, CancellationToken cancel)
    {
        Number = number;
        Response.Headers.CacheControl = "no-cache, no-store";
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if ((await handler.HandleAsync(rate.Command(number, token ?? "", HttpContext.Address(), DeviceCookie.Keep(HttpContext)), HttpContext.Act(), cancel)).IsRefused(out var refusal, out _))
        {
            ModelState.AddModelError("", texts.Of(refusal));
            Response.StatusCode = Refusing.StatusOf(refusal);
            return Page();
        }
        IsDone = true;
        return Page();
    }
}
