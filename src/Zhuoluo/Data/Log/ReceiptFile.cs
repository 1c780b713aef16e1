using System.Globalization;
using Zhuoluo.Ledger.Receipts;

namespace Zhuoluo.Data.Log;

/// <summary>How a receipt goes out: as a file to keep, or the word to come again in a moment.</summary>
internal static class ReceiptFile
{
    public const string MediaType = "application/octet-stream";
    private const int SecondsToWait = 2;

    /// <summary>A file whose name tells where the entry stands and nothing about anybody.</summary>
    public static IResult Of(Receipt receipt, LogPlace place, string before = "ledger") => Results.File(
        receipt.ToBytes(), MediaType, string.Create(CultureInfo.InvariantCulture, $"{before}-{place.Shard.Year}-{place.Index}.{TlogProof.FileEnding}"));

    /// <summary>202: it is durable, and its place in the ledger is being published.</summary>
    public static IResult NotYet(HttpContext context)
    {
        context.Response.Headers.RetryAfter = SecondsToWait.ToString(CultureInfo.InvariantCulture);
        return Results.Accepted(context.Request.Path);
    }
}
