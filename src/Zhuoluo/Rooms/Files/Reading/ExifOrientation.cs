using System.Buffers.Binary;

namespace Zhuoluo.Rooms.Files.Reading;

/// <summary>Which way is up (Exif tag 0x0112, values 1 to 8): the one thing of Exif that a picture cannot do without.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const int LineLength = 12;

    /// <summary>Null where it does not say.</summary>
    /// <param name="tiff">What follows "Exif\0\0".</param>
    public static int? Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return null;
        }
        var isLittle = tiff[0] == 'I';
        var first = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > tiff.Length - 2)
        {
            return null;
        }
        var at = (int)first;
        var lines = Short(tiff[at..], isLittle);
        for (var line = at + 2; lines-- > 0 && line + LineLength <= tiff.Length; line += LineLength)
        {
            if (Short(tiff[line..], isLittle) == Tag)
            {
                return Short(tiff[(line + 8)..], isLittle) is >= 1 and <= 8 and var value ? value : null;
            }
        }
        return null;
    }

    /// <summary>A segment that says this and nothing else.</summary>
    public static byte[] Segment(int orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort Short(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
