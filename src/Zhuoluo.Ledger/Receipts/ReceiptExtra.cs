using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Zhuoluo.Ledger.Receipts;

/// <summary>
/// What a proof of ours carries in its <c>extra</c> line: UTF-8 JSON
/// <c>{"entry":"&lt;base64&gt;","openings":[{"c":"&lt;base64&gt;","salt":"&lt;base64&gt;","type":"…","data":"&lt;base64&gt;"}]}</c> (ledger.md section 4.5).
/// Nothing in it is signed: the entry counts when its hash is in the tree, an opening when its commitment is in the entry. One spelling only.
/// </summary>
/// <param name="Entry">The stored bytes of the entry.</param>
/// <param name="Openings">What the receiver may know of it; empty in what everybody can fetch.</param>
public sealed record ReceiptExtra(ReadOnlyMemory<byte> Entry, IReadOnlyList<Opening> Openings)
{
    private static readonly JsonWriterOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads it.</summary>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static ReceiptExtra Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 4 });
            var root = document.RootElement;
            var extra = new ReceiptExtra(
                root.GetProperty("entry").GetBytesFromBase64(),
                [.. root.GetProperty("openings").EnumerateArray().Select(o => new Opening(
                    o.GetProperty("c").GetBytesFromBase64(), o.GetProperty("salt").GetBytesFromBase64(), o.GetProperty("type").GetString() ?? "", o.GetProperty("data").GetBytesFromBase64()))]);
            return extra.ToBytes().AsSpan().SequenceEqual(json.Span) ? extra : throw new FormatException("The extra line of the receipt is not written in its one spelling.");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("The extra line of the receipt is not that of a receipt of this ledger.", fault);
        }
    }

    /// <summary>The JSON.</summary>
    public byte[] ToBytes()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, _plain))
        {
            json.WriteStartObject();
            json.WriteBase64String("entry", Entry.Span);
            json.WriteStartArray("openings");
            foreach (var opening in Openings)
            {
                json.WriteStartObject();
                json.WriteBase64String("c", opening.Commitment.Span);
                json.WriteBase64String("salt", opening.Salt.Span);
                json.WriteString("type", opening.Type);
                json.WriteBase64String("data", opening.Data.Span);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
