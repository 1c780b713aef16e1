using Zhuoluo.Data.Log;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Track;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.OwnReceipts;

/// <summary>
/// The receipts of a requester's own matter with what they open: GET /track/receipts/{entry} in the browser that looks at the matter, and
/// under /api/v1 with number and code. For everybody else there is no such receipt; the public one has no openings.
/// </summary>
internal static class OwnReceiptsApi
{
    private static readonly (string, string) _code = (TrackApi.CodeHeader, "The code of the receipt.");

    public static void Map(WebApplication app)
    {
        app.MapGet("/track/receipts/{entry}", OfBrowserAsync).Open();
        app.MapGet("/api/v1/matters/{number}/receipts", ListAsync)
            .Open().Tells("listReceipts", "Residents", "Ledger receipts of one's own matter").AsksHeaders(_code).Gives<IReadOnlyList<ReceiptListed>>().Refuses(422);
        app.MapGet("/api/v1/matters/{number}/receipts/{entry}", OfProgramAsync)
            .Open().Tells("readReceipt", "Residents", "One ledger receipt of one's own matter (.tlog-proof), with what it opens").AsksHeaders(_code).Refuses(422);
    }

    private static async Task<IResult> OfBrowserAsync(string entry, HttpContext context, TrackCookie cookie, RequesterDoor door, OwnReceiptsQuery query, ReceiptMaker maker, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        return cookie.Read(context) is { } kept
            && !(await door.FindAsync(kept.Number, kept.Code, context.Address(), context.Act().At, cancel)).IsRefused(out _, out var matter)
            && await FileAsync(matter, entry, query, maker, cancel) is { } asked
            // A person is led to the page that says to wait, not to an empty one.
            ? asked.File ?? Results.LocalRedirect(ReceiptLinks.PageOf(entry))
            : Results.NotFound();
    }

    private static async Task<IResult> ListAsync(string number, HttpContext context, RequesterDoor door, OwnReceiptsQuery query, CancellationToken cancel)
    {
        if ((await EnterAsync(number, context, door, cancel)).IsRefused(out var refusal, out var matter))
        {
            return refusal.Problem(context);
        }
        return Results.Json((await query.OfAsync(matter, cancel)).Select(r => new ReceiptListed(
            r.Id, r.Kind, r.At, r.Opens, r.IsGone, $"/api/v1/matters/{matter.Number}/receipts/{r.Id}", ReceiptLinks.AddressOf(r.Id))));
    }

    private static async Task<IResult> OfProgramAsync(string number, string entry, HttpContext context, RequesterDoor door, OwnReceiptsQuery query, ReceiptMaker maker, CancellationToken cancel)
    {
        if ((await EnterAsync(number, context, door, cancel)).IsRefused(out var refusal, out var matter))
        {
            return refusal.Problem(context);
        }
        return await FileAsync(matter, entry, query, maker, cancel) is { } asked ? asked.File ?? ReceiptFile.NotYet(context) : new NotFound("entry").Problem(context);
    }

    private static async Task<Outcome<Matter>> EnterAsync(string number, HttpContext context, RequesterDoor door, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        return context.Request.Headers[TrackApi.CodeHeader].ToString() is { Length: > 0 } code
            ? await door.FindAsync(number, code, context.Address(), context.Act().At, cancel)
            : new Missing(TrackApi.CodeHeader);
    }

    // Null for an entry that is none of this matter; without a file for one that is not in its place yet.
    private static async Task<Asked?> FileAsync(Matter matter, string entry, OwnReceiptsQuery query, ReceiptMaker maker, CancellationToken cancel) =>
        EventIds.Read(entry) is not { } id || await query.OpeningsAsync(matter, id, cancel) is not { } openings ? null
        : await maker.OfEventAsync(id, openings, cancel) is { Receipt: { } receipt, Place: { } place } ? new Asked(ReceiptFile.Of(receipt, place, matter.Number))
        : new Asked(null);

    private sealed record Asked(IResult? File);
}

/// <summary>One entry about one's own matter.</summary>
/// <param name="Entry">Its id.</param>
/// <param name="Kind">What was done.</param>
/// <param name="At">When, in whole seconds.</param>
/// <param name="Opens">Whether the file opens what was said; then it is personal.</param>
/// <param name="Erased">It could once, and what it opened was erased.</param>
/// <param name="File">Address of the file, with number and code.</param>
/// <param name="Public">Address of the receipt that everybody can fetch.</param>
internal sealed record ReceiptListed(string Entry, string Kind, DateTimeOffset At, bool Opens, bool Erased, string File, string Public);
