using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Track;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>What a requester was told, and the rating link once more; no address and no link is ever in an answer.</summary>
internal static class ToldApi
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/matters/{number}/messages", ListAsync).Needs(Capability.SeeMatters)
            .Tells("listMessages", "Matters", "What the requester was told by mail or SMS, and when").Gives<IReadOnlyList<MessageTold>>();
        app.MapPost("/api/v1/matters/{number}/rating-link", SendAsync).Needs(Capability.CallBack)
            .Tells("sendRatingLink", "Matters", "Send the rating link to the requester once more");
        app.MapPut("/api/v1/matters/{number}/telling", ChooseAsync).Open()
            .Tells("chooseTelling", "Residents", "Give, change or take back the address for messages about one's own matter").AsksHeaders((TrackApi.CodeHeader, "The code of the receipt.")).Refuses(422);
    }

    private static async Task<IResult> ChooseAsync(string number, TellingGiven given, HttpContext context, RequesterDoor door, ChooseTellingHandler handler, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        var (act, code) = (context.Act() with { Who = Actor.Public }, context.Request.Headers[TrackApi.CodeHeader].ToString());
        if ((await door.FindAsync(number, code, context.Address(), act.At, cancel)).IsRefused(out var refusal, out var matter))
        {
            return refusal.Problem(context);
        }
        var command = new ChooseTelling(matter.Id, matter.Number, code, given.Email, new TellMe(given.Sms, WithCode: false, Shell.Languages.Current));
        return (await handler.HandleAsync(command, act, cancel)).Match(_ => Results.NoContent(), no => no.Problem(context));
    }

    private static async Task<IResult> ListAsync(string number, HttpContext context, ZhuoluoContext db, Offices offices, ToldQuery told, CancellationToken cancel)
    {
        if (await Sight.Of(context.Actor(), offices.Current).Seen(db).AsNoTracking().FirstOrDefaultAsync(m => m.Number == number, cancel) is not { } matter)
        {
            return new NotFound("matter").Problem(context);
        }
        var shown = await told.OfAsync(matter, context.Act().At, cancel);
        return Results.Json((shown?.Messages ?? []).Select(m => new MessageTold(
            Word<Occasion>.Of(m.Occasion), Word<TellBy>.Of(m.Way), ToldShown.StateOf(m)[(ToldShown.StateOf(m).LastIndexOf('.') + 1)..], m.MadeAt, m.SentAt)));
    }

    private static async Task<IResult> SendAsync(string number, HttpContext context, ZhuoluoContext db, Offices offices, SendRatingLinkHandler handler, CancellationToken cancel)
    {
        var id = await Sight.Of(context.Actor(), offices.Current).Seen(db).Where(m => m.Number == number).Select(m => m.Id).FirstOrDefaultAsync(cancel);
        return (await handler.HandleAsync(new SendRatingLink(id), context.Act(), cancel)).Match(_ => Results.NoContent(), refusal => refusal.Problem(context));
    }
}

/// <param name="Email">Empty to take it back.</param>
/// <param name="Sms">By SMS to the mobile number that was given.</param>
internal sealed record TellingGiven(string? Email, bool Sms = false);

/// <param name="Occasion">received, asked, extended, answered, closed, reopened or rating-link.</param>
/// <param name="By">mail or sms.</param>
/// <param name="State">waiting, again, sent or dropped.</param>
/// <param name="At">When it happened.</param>
/// <param name="SentAt">When it went out.</param>
internal sealed record MessageTold(string Occasion, string By, string State, DateTimeOffset At, DateTimeOffset? SentAt);
