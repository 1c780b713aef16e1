using Zhuoluo.Data.Log;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Proofs.Give;

/// <summary>
/// GET /ledger/receipts/{eventId} and /ledger/entries/{year}/{index}/proof: the public receipt of an entry, for everybody, without openings. An entry
/// that was written a moment ago is waited for, then answered with 202 and Retry-After.
/// </summary>
internal static class PublicReceipts
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/ledger/receipts/{eventId}", OfEventAsync).Open().ForAnySite();
        app.MapGet("/ledger/entries/{year:int}/{index:long}/proof", AtAsync).Open().ForAnySite();
    }

    private static async Task<IResult> OfEventAsync(string eventId, HttpContext context, ReceiptMaker maker, CancellationToken cancel)
    {
        // The next one is against a newer checkpoint.
        context.Response.Headers.CacheControl = "no-cache";
        if (EventIds.Read(eventId) is not { } id)
        {
            return Results.NotFound();
        }
        return await maker.OfEventAsync(id, [], cancel) switch
        {
            { IsKnown: false } => Results.NotFound(),
            { Receipt: { } receipt, Place: { } place } => ReceiptFile.Of(receipt, place),
            _ => ReceiptFile.NotYet(context),
        };
    }

    private static async Task<IResult> AtAsync(int year, long index, HttpContext context, PublishedLog log, ReceiptMaker maker, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return await log.ShardAsync(year, cancel) is { } shard && index >= 0
            && new LogPlace(shard, index) is var place && await maker.AtAsync(place, [], cancel) is { } receipt
            ? ReceiptFile.Of(receipt, place)
            : Results.NotFound();
    }
}
