using System.Buffers.Binary;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Files.Reading;

/// <summary>PNG (ISO/IEC 15948): the chunks that make the picture and its colours are kept; texts, times, Exif, animation and unknown ones go.</summary>
internal static class PngFile
{
    private static readonly string[] _kept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs"];

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static Outcome<ReadFile> Read(byte[] data)
    {
        using var made = new MemoryStream();
        made.Write(Signature);
        var (width, height, hasData) = (0, 0, false);
        for (var at = Signature.Length; at + 12 <= data.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at));
            if (length > data.Length - at - 12)
            {
                return new FileDamaged();
            }
            var chunk = data.AsSpan(at, 12 + (int)length);
            var name = System.Text.Encoding.ASCII.GetString(chunk.Slice(4, 4));
            if (Crc32.Of(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]) || (width == 0) != (name == "IHDR"))
            {
                return new FileDamaged();
            }
            if (name == "IHDR")
            {
                (width, height) = length == 13 ? (BinaryPrimitives.ReadInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadInt32BigEndian(chunk[12..])) : (0, 0);
                if (FileReader.TooLarge(width, height) is { } refusal)
                {
                    return refusal;
                }
            }
            if (_kept.Contains(name))
            {
                made.Write(chunk);
            }
            hasData |= name == "IDAT";
            if (name == "IEND")
            {
                return hasData ? new ReadFile(FileKind.Png, made.ToArray(), width, height) : new FileDamaged();
            }
            at += chunk.Length;
        }
        return new FileDamaged();
    }
}
