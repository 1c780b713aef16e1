using System.Buffers.Binary;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Files.Reading;

/// <summary>WebP (RFC 9649): picture and transparency are kept; Exif, XMP, colour profile and unknown chunks go, and the header no longer promises them.</summary>
internal static class WebPFile
{
    private const byte Animation = 0x02;
    private const byte Transparency = 0x10;

    public static Outcome<ReadFile> Read(byte[] data)
    {
        using var made = new MemoryStream();
        made.Write("RIFF\0\0\0\0WEBP"u8);
        var (width, height, hasPicture) = (0, 0, false);
        var end = Math.Min(data.Length, 8L + BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(4)));
        for (var at = 12; at + 8 <= end;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(at + 4));
            if (length > end - at - 8)
            {
                return new FileDamaged();
            }
            byte[] chunk = [.. data.AsSpan(at, 8 + (int)length), .. (length & 1) == 1 ? [(byte)0] : Array.Empty<byte>()];
            var name = System.Text.Encoding.ASCII.GetString(chunk, 0, 4);
            if (name is "ANIM" or "ANMF" || (name == "VP8X" && length >= 10 && (chunk[8] & Animation) != 0))
            {
                return new PictureMoves();
            }
            if (name is "VP8X" or "VP8 " or "VP8L" or "ALPH")
            {
                if (Size(name, chunk.AsSpan(8, (int)length)) is { } size)
                {
                    (width, height) = size;
                    if (FileReader.TooLarge(width, height) is { } refusal)
                    {
                        return refusal;
                    }
                }
                else if (name != "ALPH")
                {
                    return new FileDamaged();
                }
                if (name == "VP8X")
                {
                    chunk[8] &= Transparency;
                }
                hasPicture |= name is "VP8 " or "VP8L";
                made.Write(chunk);
            }
            at += chunk.Length;
        }
        if (!hasPicture)
        {
            return new FileDamaged();
        }
        var bytes = made.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)bytes.Length - 8);
        return new ReadFile(FileKind.WebP, bytes, width, height);
    }

    private static (int Width, int Height)? Size(string name, ReadOnlySpan<byte> body) => name switch
    {
        "VP8X" when body.Length >= 10 => (1 + Three(body[4..]), 1 + Three(body[7..])),
        "VP8 " when body.Length >= 10 && body.Slice(3, 3).SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]) =>
            (BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF),
        "VP8L" when body.Length >= 5 && body[0] == 0x2F =>
            (1 + (int)(BinaryPrimitives.ReadUInt32LittleEndian(body[1..]) & 0x3FFF), 1 + (int)((BinaryPrimitives.ReadUInt32LittleEndian(body[1..]) >> 14) & 0x3FFF)),
        _ => null,
    };

    private static int Three(ReadOnlySpan<byte> at) => at[0] | (at[1] << 8) | (at[2] << 16);
}
