using System.Text.Json;

namespace Zhuoluo.Ledger.Receipts;

/// <summary>What an entry of this ledger says (ledger.md section 4.6), read from the stored bytes.</summary>
/// <param name="At">When, in whole seconds.</param>
/// <param name="By">The office that acted, never a person.</param>
/// <param name="Id">128 random bits in hexadecimal digits.</param>
/// <param name="Kind">Of a closed list.</param>
/// <param name="Version">Of the kind.</param>
/// <param name="Commitments">32 bytes each; empty without any.</param>
/// <param name="Public">What is published, as JSON.</param>
public sealed record LoggedEntry(string At, string By, string Id, string Kind, int Version, IReadOnlyList<ReadOnlyMemory<byte>> Commitments, string Public)
{
    /// <summary>Reads an entry.</summary>
    /// <exception cref="FormatException">It is not of this ledger. In the log it may stand nevertheless.</exception>
    public static LoggedEntry Parse(ReadOnlyMemory<byte> entry)
    {
        try
        {
            using var document = JsonDocument.Parse(entry, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var root = document.RootElement;
            return new LoggedEntry(
                Text("at"), Text("by"), Text("id"), Text("kind"), root.GetProperty("v").GetInt32(),
                root.TryGetProperty("c", out var c) ? [.. c.EnumerateArray().Select(e => (ReadOnlyMemory<byte>)e.GetBytesFromBase64())] : [],
                root.GetProperty("pub").GetRawText());

            string Text(string key) => root.GetProperty(key).GetString() ?? throw new FormatException($"The entry has no {key}.");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("The entry is not one of this ledger.", fault);
        }
    }
}
