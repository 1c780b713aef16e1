using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Zhuoluo.Rooms.Exchange.Reading;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>
/// By which a row is known again over all files: the key of exact copies (samples rule 16) with the county, since two counties
/// may have the same words for a source. Not the file, its name or its spelling.
/// </summary>
internal static class RowDigest
{
    public static byte[] Of(Taken row, string placeCode)
    {
        var county = Encoding.ASCII.GetBytes(placeCode[..Math.Min(6, placeCode.Length)]);
        Span<byte> bytes = stackalloc byte[16 + county.Length];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, row.Key);
        county.CopyTo(bytes[16..]);
        return SHA256.HashData(bytes)[..16];
    }
}
