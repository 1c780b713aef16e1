using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Track;

/// <summary>Who has it, until when and why, what was done; and what the requester can do now.</summary>
[Open]
internal sealed class TrackPage(TrackQuery query, TrackCookie cookie, CalendarsDoor calendars, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public TrackForm Form { get; set; } = new();

    public ReplyForm Reply { get; } = new();
    public ReasonForm Reopen { get; } = new();
    public ReasonForm Withdraw { get; } = new();
    public RateForm Rate { get; } = new();
    public TrackedMatter? Tracked { get; private set; }
    public DeadlineAnswer? Deadline { get; private set; }

    public string UnitName => Tracked?.Matter.LeadUnitId is { } id ? offices.Current.Unit(id)?.Name ?? "" : "";

    public async Task OnGetAsync(CancellationToken cancel) => await ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Again();
        }
        var number = MatterNumber.Read(Form.Number!);
        if (await query.FindAsync(number, Form.Code!, cancel) is null)
        {
            ModelState.AddModelError("", texts["res.track.wrong"]);
            return Again();
        }
        cookie.Keep(HttpContext, number, ReceiptCodes.Read(Form.Code!));
        return Redirect("/track");
    }

    public IActionResult OnPostLeave()
    {
        TrackCookie.Forget(HttpContext);
        return Redirect("/track");
    }

    public Task<IActionResult> OnPostReplyAsync([Bind(Prefix = "Reply")] ReplyForm reply, [FromServices] IDeeds deeds, CancellationToken cancel) =>
        DoAsync(deeds, Verb.RequesterAnswers, d => d with { Text = reply.Text }, "res.reply.done", cancel);

    public Task<IActionResult> OnPostReopenAsync([Bind(Prefix = "Reopen")] ReasonForm reopen, [FromServices] IDeeds deeds, CancellationToken cancel) =>
        DoAsync(deeds, Verb.Reopen, d => d with { Reason = reopen.Reason, IsSolved = false }, "res.reopen.done", cancel);

    public Task<IActionResult> OnPostWithdrawAsync([Bind(Prefix = "Withdraw")] ReasonForm withdraw, [FromServices] IDeeds deeds, CancellationToken cancel) =>
        DoAsync(deeds, Verb.Withdraw, d => d with { Reason = withdraw.Reason }, "res.withdraw.done", cancel);

    private async Task<IActionResult> DoAsync(IDeeds deeds, Verb verb, Func<Deed, Deed> with, string done, CancellationToken cancel)
    {
        await ShowAsync(cancel);
        if (Tracked is null || cookie.Read(HttpContext) is not { } kept)
        {
            return Redirect("/track");
        }
        if (!ModelState.IsValid)
        {
            return Again();
        }
        var deed = with(new Deed(Tracked.Matter.Id, verb, Tracked.Matter.Version) { Code = kept.Code });
        var outcome = await deeds.DoAsync(deed, HttpContext.Act() with { Who = Actor.Public }, cancel);
        if (outcome.IsRefused(out var refusal, out _))
        {
            ModelState.AddModelError("", texts.Of(refusal));
            return Again();
        }
        TempData.Say(texts[done]);
        return Redirect("/track");
    }

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        if (cookie.Read(HttpContext) is not { } kept || await query.FindAsync(kept.Number, kept.Code, cancel) is not { } tracked)
        {
            return;
        }
        Tracked = tracked;
        var now = HttpContext.Act().At;
        Deadline = tracked.Explain(calendars.Current.CalendarFor(tracked.Matter.ProfileCode), now);
        // A form of this page that was refused does not fill the form for number and code.
        ModelState.Remove("Form.Number");
        ModelState.Remove("Form.Code");
    }
}
