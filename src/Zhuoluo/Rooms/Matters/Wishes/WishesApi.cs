using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Wishes;

/// <summary>GET and POST /api/v1/wishes for everybody, POST /api/v1/wishes/{number}/deeds for staff: the same handlers as the pages.</summary>
internal static class WishesApi
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/wishes", ListAsync).Open()
            .Tells("listWishes", "Residents", "The wishes on the wall with their counts; nobody who wishes is named");
        app.MapPost("/api/v1/wishes", RaiseAsync).Open()
            .Tells("raiseWish", "Residents", "Raise a wish; the answer is its number and code, which is told once");
        app.MapPost("/api/v1/wishes/{number}/deeds", DoAsync).Needs(Capability.SeeWishes).DisableAntiforgery()
            .Tells("doWishDeed", "Matters", "Show, withhold, claim, release, fulfil or confirm a wish");
    }

    private static async Task<IResult> ListAsync(string? reached, string? kind, string? town, int? page, HttpContext context, WishQuery wishes, CancellationToken cancel)
    {
        var from = Word<WishState>.Read(reached) is { } state and >= WishState.Open and <= WishState.Confirmed ? state : WishState.Open;
        var figures = await wishes.CountAsync(context.Act().At, cancel);
        var rows = await wishes.WallAsync(from, null, Word<WishKind>.Read(kind), town, page ?? 1, 100, cancel);
        return Results.Json(new
        {
            figures = new { figures.Shown, figures.Claimed, figures.Fulfilled, figures.Confirmed },
            rows.Total,
            page = rows.Number,
            items = rows.Items.Select(w => new { w.Number, Kind = Word<WishKind>.Of(w.Kind), State = Word<WishState>.Of(w.State), Town = w.TownCode, w.Text, w.ShownAt }),
        });
    }

    private static async Task<IResult> RaiseAsync(NewWish body, HttpContext context, RaiseWishHandler handler, CancellationToken cancel)
    {
        if (Word<WishKind>.Read(body.Kind) is not { } kind)
        {
            return new UnknownChoice(nameof(body.Kind)).Problem(context);
        }
        var command = new RaiseWish(kind, body.Text ?? "", body.Town ?? "")
        {
            Contact = new Contact(body.Name, body.Phone, body.Address),
            OnceKey = context.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 and <= 100 } key ? key : null,
        };
        var outcome = await handler.HandleAsync(command, context.Act() with { Who = Actor.Public }, cancel);
        return outcome.Match(
            receipt => Results.Json(new { receipt.Number, receipt.Code, receipt.RegisteredAt }, statusCode: StatusCodes.Status201Created),
            refusal => refusal.Problem(context));
    }

    private static async Task<IResult> DoAsync(string number, WishDeedAsked body, HttpContext context, DoWishHandler handler, CancellationToken cancel)
    {
        if (Word<WishVerb>.Read(body.Verb) is not { } verb || verb is WishVerb.Raise or WishVerb.Reveal)
        {
            return new UnknownChoice(nameof(body.Verb)).Problem(context);
        }
        var outcome = await handler.HandleAsync(new WishDeed(number, verb, body.Version) { Text = body.Text, Branch = body.Branch }, context.Act(), cancel);
        return outcome.Match(done => Results.Json(new { done.Number, State = Word<WishState>.Of(done.State), done.Version }), refusal => refusal.Problem(context));
    }
}

/// <summary>A wish in the words of the public API.</summary>
internal sealed record NewWish(string? Kind, string? Text, string? Town, string? Name, string? Phone, string? Address);

/// <param name="Verb">show, withhold, claim, release, fulfil, confirm, object, thank or withdraw.</param>
/// <param name="Version">The version that was seen; 0 does not check.</param>
/// <param name="Text">The shown text, note or reason.</param>
/// <param name="Branch">The branch of the unit that claims.</param>
internal sealed record WishDeedAsked(string? Verb, int Version, string? Text, string? Branch);
