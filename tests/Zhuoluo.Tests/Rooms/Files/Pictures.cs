using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Zhuoluo.Tests.Rooms.Files;

/// <summary>Small pictures put together by hand, with whatever a test wants hidden in them.</summary>
internal static class Pictures
{
    /// <summary>A grey picture, 8 by 8, that every browser shows; the header may say another size.</summary>
    public static byte[] Jpeg(ushort width = 8, ushort height = 8, byte[]? before = null, byte[]? after = null) =>
    [
        0xFF, 0xD8, .. before ?? [],
        .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
        .. Segment(0xC0, [8, .. Big(height), .. Big(width), 1, 1, 0x11, 0]),
        .. Segment(0xC4, [0x00, 1, .. new byte[15], 0]), .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x3F, 0xFF, 0xD9, .. after ?? [],
    ];

    public static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, .. Big((ushort)(body.Length + 2)), .. body];

    /// <summary>Exif with a place, a telephone's model and which way is up.</summary>
    public static byte[] Exif(byte orientation)
    {
        byte[] secret = Encoding.ASCII.GetBytes("GPS 27.0412N 114.9059E Huawei P60");
        return Segment(0xE1, [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. secret]);
    }

    public static byte[] Png(int width = 1, int height = 1, params (string Name, byte[] Body)[] extra)
    {
        using var packed = new MemoryStream();
        using (var z = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            z.Write([0, 128]);
        }
        byte[] header = [.. Big32(width), .. Big32(height), 8, 0, 0, 0, 0];
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. extra.SelectMany(e => Chunk(e.Name, e.Body)), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A lossless picture with Exif announced and present.</summary>
    public static byte[] WebP(byte flags = 0x08)
    {
        byte[] body = [.. "WEBP"u8, .. Riff("VP8X", [flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]), .. Riff("VP8L", [0x2F, 0, 0, 0, 0, 0x07, 0x10, 0x11]), .. Riff("EXIF", "GPS 27.0412N"u8.ToArray())];
        return [.. "RIFF"u8, .. Little32(body.Length), .. body];
    }

    public static byte[] Pdf(string more = "") => Encoding.Latin1.GetBytes(
        $"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R{more}>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n3 0 obj<</Author(Wang Xiaoming)/Producer (Printer 9)>>endobj\ntrailer<</Root 1 0 R/Info 3 0 R>>\n%%EOF\n");

    public static byte[] Heic() => [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8];

    private static byte[] Chunk(string name, byte[] body)
    {
        byte[] said = [.. Encoding.ASCII.GetBytes(name), .. body];
        return [.. Big32(body.Length), .. said, .. Big32((int)Zhuoluo.Rooms.Files.Reading.Crc32.Of(said))];
    }

    private static byte[] Riff(string name, byte[] body) => [.. Encoding.ASCII.GetBytes(name), .. Little32(body.Length), .. body];

    private static byte[] Big(ushort value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Big32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Little32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
