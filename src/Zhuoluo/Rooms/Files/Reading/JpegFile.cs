using System.Buffers.Binary;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Files.Reading;

/// <summary>
/// JPEG (ITU-T T.81): frame, tables and scans are kept; every application segment and comment goes, and whatever follows the end. Of Exif
/// only which way is up comes back, in a segment of our own. Adobe's segment is cut to the colour transform, without which colours turn.
/// </summary>
internal static class JpegFile
{
    private const int MostScans = 128;
    private static readonly byte[] _jfif = [0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

    public static Outcome<ReadFile> Read(byte[] data)
    {
        var tables = new List<ReadOnlyMemory<byte>>();
        var (width, height, turned, scans, isJfif) = (0, 0, 1, 0, false);
        var at = 2;
        while (at < data.Length)
        {
            if (data[at] != 0xFF || at + 1 >= data.Length)
            {
                return new FileDamaged();
            }
            var marker = data[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker == Mark.End)
            {
                break;
            }
            if (at + 4 > data.Length || marker is 0x00 or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                return new FileDamaged();
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at + 2));
            var next = at + 2 + length;
            if (length < 2 || next > data.Length)
            {
                return new FileDamaged();
            }
            var body = data.AsSpan(at + 4, length - 2);
            switch (marker)
            {
                case Mark.Baseline or Mark.Extended or Mark.Progressive when width == 0 && body.Length >= 6:
                    height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
                    width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
                    if (FileReader.TooLarge(width, height) is { } refusal)
                    {
                        return refusal;
                    }
                    tables.Add(data.AsMemory(at, next - at));
                    break;
                case Mark.Huffman or Mark.Quantisation or Mark.Restart:
                    tables.Add(data.AsMemory(at, next - at));
                    break;
                case Mark.Scan when width > 0 && ++scans <= MostScans:
                    next = EndOfScan(data, next);
                    tables.Add(data.AsMemory(at, next - at));
                    break;
                case Mark.Jfif:
                    isJfif |= body.StartsWith("JFIF\0"u8);
                    break;
                case Mark.Exif:
                    turned = body.StartsWith("Exif\0\0"u8) ? ExifOrientation.Read(body[6..]) ?? turned : turned;
                    break;
                case Mark.Adobe when body.Length >= 12 && body.StartsWith("Adobe"u8):
                    tables.Add((byte[])[0xFF, Mark.Adobe, 0, 14, .. body[..12]]);
                    break;
                // Frames that browsers do not show (lossless, arithmetic, hierarchical), a second frame, a scan without one.
                case >= 0xC0 and <= 0xCF or Mark.Scan or 0xDC or 0xDE or 0xDF:
                    return new FileDamaged();
                default:
                    break;
            }
            at = next;
        }
        if (scans == 0)
        {
            return new FileDamaged();
        }
        var (shownWidth, shownHeight) = turned >= 5 ? (height, width) : (width, height);
        return new ReadFile(FileKind.Jpeg, Put(tables, isJfif, turned), shownWidth, shownHeight);
    }

    private static byte[] Put(List<ReadOnlyMemory<byte>> tables, bool isJfif, int turned)
    {
        using var made = new MemoryStream();
        made.Write([0xFF, 0xD8]);
        made.Write(isJfif ? _jfif : []);
        made.Write(turned > 1 ? ExifOrientation.Segment(turned) : []);
        foreach (var table in tables)
        {
            made.Write(table.Span);
        }
        made.Write([0xFF, Mark.End]);
        return made.ToArray();
    }

    // Inside a scan FF 00 is a byte of data and FF D0..D7 a restart; any other FF begins the next segment.
    private static int EndOfScan(byte[] data, int from)
    {
        for (var at = from; at < data.Length - 1; at++)
        {
            if (data[at] == 0xFF && data[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }
        }
        return data.Length;
    }

    private static class Mark
    {
        public const byte Baseline = 0xC0;
        public const byte Extended = 0xC1;
        public const byte Progressive = 0xC2;
        public const byte Huffman = 0xC4;
        public const byte End = 0xD9;
        public const byte Scan = 0xDA;
        public const byte Quantisation = 0xDB;
        public const byte Restart = 0xDD;
        public const byte Jfif = 0xE0;
        public const byte Exif = 0xE1;
        public const byte Adobe = 0xEE;
    }
}
