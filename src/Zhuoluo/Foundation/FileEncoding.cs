using System.Text;

namespace Zhuoluo.Foundation;

/// <summary>
/// Tells UTF-8 from GB18030 by the whole file, not by its head: a byte order mark decides; else the file is UTF-8 unless
/// much of what lies outside ASCII is not, for a single broken byte must cost one row and not the encoding of all.
/// </summary>
internal static class FileEncoding
{
    private static readonly Encoding _gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        54936, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))
        ?? throw new InvalidOperationException("GB18030 is part of the runtime.");

    public static Encoding Of(Stream stream)
    {
        Span<byte> head = stackalloc byte[4];
        stream.Position = 0;
        var read = stream.ReadAtLeast(head, 4, throwOnEndOfStream: false);
        if (head[..read].StartsWith("\uFEFF"u8))
        {
            return Encoding.UTF8;
        }
        if (read >= 2 && head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
        }
        if (head[..read].StartsWith((ReadOnlySpan<byte>)[0x84, 0x31, 0x95, 0x33]))
        {
            return _gb18030;
        }
        stream.Position = 0;
        var (good, bad) = Count(stream);
        return bad == 0 || good > bad * 10 ? Encoding.UTF8 : _gb18030;
    }

    /// <summary>Sequences of two or more bytes that are UTF-8, and bytes outside ASCII that are not part of one.</summary>
    private static (long Good, long Bad) Count(Stream stream)
    {
        var buffer = new byte[1 << 16];
        var kept = 0;
        long good = 0, bad = 0;
        while (true)
        {
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            ReadOnlySpan<byte> bytes = buffer.AsSpan(0, kept + read);
            while (!bytes.IsEmpty)
            {
                if (bytes[0] < 0x80)
                {
                    var run = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                    bytes = bytes[(run < 0 ? bytes.Length : run)..];
                    continue;
                }
                var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
                if (status == System.Buffers.OperationStatus.NeedMoreData && read > 0)
                {
                    break;
                }
                (good, bad) = status == System.Buffers.OperationStatus.Done ? (good + 1, bad) : (good, bad + 1);
                bytes = bytes[used..];
            }
            if (read == 0)
            {
                return (good, bad);
            }
            kept = bytes.Length;
            bytes.CopyTo(buffer);
        }
    }
}
