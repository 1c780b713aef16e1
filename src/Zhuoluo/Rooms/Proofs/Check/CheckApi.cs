using System.Text.Json;
using Zhuoluo.Ledger.Receipts;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Proofs.Check;

/// <summary>POST /api/v1/ledger/check: the body is a receipt file. What it says comes back, what it opens does not.</summary>
internal static class CheckApi
{
    public static void Map(WebApplication app) => app.MapPost("/api/v1/ledger/check", AnswerAsync).Open()
        .Tells("checkReceipt", "Ledger", "Whether a ledger receipt (.tlog-proof) holds and the log of today still contains it").Gives<ReceiptChecked>();

    private static async Task<IResult> AnswerAsync(HttpContext context, ReceiptCheck check, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancel);
        var file = body.GetBuffer().AsMemory(0, (int)body.Length);
        // What is too long is no receipt; the guard has bounded it already.
        var report = await check.OfAsync(file.Length > TlogProof.MostBytes ? default : file, cancel);
        return Results.Json(new ReceiptChecked(Word(report.Verdict), [.. report.Steps.Select(s => new StepChecked(Word(s.Name), Word(s.State), s.Fault))])
        {
            Log = report.Checkpoint?.Origin,
            Index = report.Receipt?.Proof.Index,
            Size = report.Checkpoint?.Size,
            Today = report.Today,
            Kind = report.Entry?.Kind,
            At = report.Entry?.At,
            By = report.Entry?.By,
        });
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>What a receipt proves.</summary>
/// <param name="Verdict">proved, refused, or open when something could not be checked.</param>
/// <param name="Steps">One after the other.</param>
internal sealed record ReceiptChecked(string Verdict, IReadOnlyList<StepChecked> Steps)
{
    public string? Log { get; init; }
    public long? Index { get; init; }

    /// <summary>Entries of the log when the receipt was made.</summary>
    public long? Size { get; init; }

    /// <summary>Entries of the log of today; null when it was not asked.</summary>
    public long? Today { get; init; }
    public string? Kind { get; init; }
    public string? At { get; init; }
    public string? By { get; init; }
}

internal sealed record StepChecked(string Name, string State, string? Fault);
