using System.Text;
using Zhuoluo.Ledger.Receipts;
using Zhuoluo.Tests.Rooms.Matters.Resident;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Proofs;

/// <summary>A resident who handed something in and has the ledger's receipt of it.</summary>
internal static class Given
{
    public const string Said = "村口路灯坏了三天，晚上看不见路。";

    /// <summary>The addresses that an answer links as receipts of what it wrote.</summary>
    public static List<string> Receipts(this HttpResponseMessage answer) =>
        [.. (answer.Headers.TryGetValues("Link", out var links) ? links : []).SelectMany(l => l.Split(", "))
            .Where(l => l.EndsWith("; rel=\"receipt\"", StringComparison.Ordinal)).Select(l => l[1..l.IndexOf('>', StringComparison.Ordinal)])];

    public static async Task<(string Number, string Code, byte[] File)> OwnReceiptAsync(this HttpClient client)
    {
        var (number, code) = await client.SendAsync(Site.Words(Said));
        var page = await client.PageAsync("/receipt/" + number);
        return (number, code, await client.GetByteArrayAsync(page.QuerySelector("#ledger-receipt")!.GetAttribute("href")));
    }

    public static async Task<HttpResponseMessage> CheckAsync(this HttpClient client, byte[] file)
    {
        using var body = new ByteArrayContent(file);
        return await client.PostAsync("/api/v1/ledger/check", body);
    }

    /// <summary>The same receipt with other words in its extra line, spelled as it must be.</summary>
    public static byte[] WithExtra(byte[] file, Func<ReceiptExtra, ReceiptExtra> change)
    {
        var receipt = Receipt.Parse(file);
        return (receipt.Proof with { Extra = change(receipt.Extra!).ToBytes() }).ToBytes();
    }

    public static byte[] Replaced(byte[] file, string what, string by) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file).Replace(what, by, StringComparison.Ordinal));
}
