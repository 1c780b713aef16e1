using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Matters.OwnReceipts;
using Zhuoluo.Rooms.Matters.Rate;
using Zhuoluo.Rooms.Matters.Telling;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Track;

/// <summary>Who has it, until when and why, what was done; and what the requester can do now.</summary>
[Open]
[RequestSizeLimit(FileLimits.MostRequestBytes)]
internal sealed class TrackPage(TrackQuery query, ToldQuery own, OwnReceiptsQuery receipts, AttachmentQuery attachments, PhotoForm photos, IPromises promises, TrackCookie cookie, CalendarsDoor calendars, Offices offices, Texts texts) : PageModel
{
    public TrackForm Form { get; private set; } = new();

    public ReplyForm Reply { get; } = new();
    public ReasonForm Reopen { get; } = new();
    public ReasonForm Withdraw { get; } = new();
    public RateForm Rate { get; } = new();
    public TellForm Tell { get; private set; } = new();
    public OwnTold? Told { get; private set; }
    public TrackedMatter? Tracked { get; private set; }
    public IReadOnlyList<Attachment> Files { get; private set; } = [];
    public IReadOnlyList<OwnReceipt> Receipts { get; private set; } = [];
    public IReadOnlyList<PromiseTold> Promises { get; private set; } = [];
    public bool CanReopen { get; private set; }
    public DeadlineAnswer? Deadline { get; private set; }

    public string UnitName => Tracked?.Matter.LeadUnitId is { } id ? offices.Current.Unit(id)?.Name ?? "" : "";

    public async Task OnGetAsync(string? other, CancellationToken cancel)
    {
        // With both words: else the form's own protection overrides it and says so in the log at each visit.
        Response.Headers.CacheControl = "no-cache, no-store";
        if (other is null)
        {
            await ShowAsync(cancel);
        }
    }

    // Bound here and not as a property: the page's other forms must not be refused for fields that they do not have.
    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Form))] TrackForm form, CancellationToken cancel)
    {
        Form = form;
        if (!ModelState.IsValid)
        {
            return Again();
        }
        if ((await query.FindAsync(Form.Number!, Form.Code!, HttpContext.Address(), HttpContext.Act().At, cancel)).IsRefused(out var refusal, out var found))
        {
            ModelState.AddModelError("", texts.Of(refusal));
            return Again();
        }
        cookie.Keep(HttpContext, found.Matter.Number, ReceiptCodes.Read(Form.Code!));
        return Redirect("/track");
    }

    public IActionResult OnPostLeave()
    {
        TrackCookie.Forget(HttpContext);
        return Redirect("/track");
    }

    public async Task<IActionResult> OnPostTellAsync([Bind(Prefix = "Tell")] TellForm tell, [FromServices] ChooseTellingHandler handler, CancellationToken cancel)
    {
        await ShowAsync(cancel);
        if (Tracked is not { Matter: var matter } || cookie.Read(HttpContext) is not { } kept)
        {
            return Redirect("/track");
        }
        Tell = tell;
        if (ModelState.IsValid
            && (await handler.HandleAsync(new ChooseTelling(matter.Id, matter.Number, kept.Code, tell.Email, tell.Choice()), HttpContext.Act() with { Who = Actor.Public }, cancel)).IsRefused(out var refusal, out _))
        {
            ModelState.AddModelError(refusal.Field is { } field ? "Tell." + field : "", texts.Of(refusal));
        }
        if (!ModelState.IsValid)
        {
            return Again();
        }
        TempData.Say(texts["tell.chosen"]);
        return Redirect("/track");
    }

    public Task<IActionResult> OnPostReplyAsync([Bind(Prefix = "Reply")] ReplyForm reply, [FromServices] IDeeds deeds, CancellationToken cancel) =>
        DoAsync(deeds, Verb.RequesterAnswers, d => d with { Text = reply.Text }, "Reply.Photos", "res.reply.done", cancel);

    public Task<IActionResult> OnPostReopenAsync([Bind(Prefix = "Reopen")] ReasonForm reopen, [FromServices] IDeeds deeds, CancellationToken cancel) =>
        DoAsync(deeds, Verb.Reopen, d => d with { Reason = reopen.Reason, IsSolved = false }, "Reopen.Photos", "res.reopen.done", cancel);

    public Task<IActionResult> OnPostWithdrawAsync([Bind(Prefix = "Withdraw")] ReasonForm withdraw, [FromServices] IDeeds deeds, CancellationToken cancel) =>
        DoAsync(deeds, Verb.Withdraw, d => d with { Reason = withdraw.Reason }, "Withdraw.Photos", "res.withdraw.done", cancel);

    public async Task<IActionResult> OnPostRateAsync([Bind(Prefix = "Rate")] RateForm rate, [FromServices] RateMatterHandler handler, CancellationToken cancel)
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
        // A signed-in clerk stays a clerk here: ratings come from requesters alone (rules A7.6).
        if ((await handler.HandleAsync(rate.Command(kept.Number, kept.Code, HttpContext.Address(), DeviceCookie.Keep(HttpContext)), HttpContext.Act(), cancel)).IsRefused(out var refusal, out _))
        {
            ModelState.AddModelError("", texts.Of(refusal));
            return Again();
        }
        TempData.Say(texts["res.rate.done"]);
        return Redirect("/track");
    }

    public async Task<IActionResult> OnPostJudgeAsync(string project, bool agrees, CancellationToken cancel)
    {
        await ShowAsync(cancel);
        if (Tracked is null)
        {
            return Redirect("/track");
        }
        if ((await promises.JudgeAsync(Tracked.Matter.Id, project, agrees, HttpContext.Act() with { Who = Actor.Public }, cancel)).IsRefused(out var refusal, out _))
        {
            ModelState.AddModelError("", texts.Of(refusal));
            return Again();
        }
        TempData.Say(texts[agrees ? "promise.thanks" : "promise.heard"]);
        return Redirect("/track");
    }

    private async Task<IActionResult> DoAsync(IDeeds deeds, Verb verb, Func<Deed, Deed> with, string field, string done, CancellationToken cancel)
    {
        await ShowAsync(cancel);
        if (Tracked is null || cookie.Read(HttpContext) is not { } kept)
        {
            return Redirect("/track");
        }
        using var files = await photos.TakeAsync(this, field, cancel);
        if (!ModelState.IsValid)
        {
            return Again();
        }
        var deed = with(new Deed(Tracked.Matter.Id, verb, Tracked.Matter.Version) { Code = kept.Code, Files = files.Files });
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
        Response.Headers.CacheControl = "no-cache, no-store";
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        var now = HttpContext.Act().At;
        if (cookie.Read(HttpContext) is not { } kept
            || (await query.FindAsync(kept.Number, kept.Code, HttpContext.Address(), now, cancel)).IsRefused(out _, out var tracked))
        {
            return;
        }
        Tracked = tracked;
        Files = await attachments.OfRequesterAsync(tracked.Matter.Id, cancel);
        Told = await own.OfRequesterAsync(tracked.Matter, now, cancel);
        Tell = Told?.Form ?? Tell;
        Promises = await promises.OfAsync(tracked.Matter.Id, cancel);
        Receipts = await receipts.OfAsync(tracked.Matter, cancel);
        CanReopen = tracked.CanReopen && ReopenWindow.IsOpen(tracked.Matter, now);
        Deadline = tracked.Explain(calendars.Current.CalendarFor(tracked.Matter.ProfileCode), now);
    }
}
