using System.Buffers;
using System.IO.Compression;

namespace Zhuoluo.Rooms.Figures.Stating;

/// <summary>One record as it was counted.</summary>
internal readonly record struct CountedThen(long Id, long Amount, long Stamp);

/// <summary>
/// A list of records in a few bytes each: ascending ids as differences, amounts and stamps beside them, as 7-bit groups, then Brotli. The digest is
/// never taken of these bytes but of what they say.
/// </summary>
internal static class RecordList
{
    private const int UsualLength = 8;
    private const int LongestNumber = 10;
    private const int LongestRecord = 4 * UsualLength;

    public static byte[] Pack(IReadOnlyList<CountedThen> records)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, new BrotliCompressionOptions { Quality = 4 }))
        using (var plain = new BinaryWriter(brotli))
        {
            var last = 0L;
            foreach (var record in records)
            {
                plain.Write7BitEncodedInt64(record.Id - last);
                plain.Write7BitEncodedInt64(ZigZag(record.Amount));
                plain.Write7BitEncodedInt64(ZigZag(record.Stamp));
                last = record.Id;
            }
        }
        return packed.ToArray();
    }

    /// <exception cref="InvalidDataException">These are not the bytes of so many records.</exception>
    public static IReadOnlyList<CountedThen> Unpack(byte[] packed, int count) => [.. Read(packed, count)];

    /// <summary>One after the other, in lent memory: a page that proves a hundred thousand records keeps none of them.</summary>
    /// <exception cref="InvalidDataException">While they are read: these are not the bytes of so many records.</exception>
    public static IEnumerable<CountedThen> Read(byte[] packed, int count)
    {
        var (bytes, length) = Plain(packed, count);
        try
        {
            var (at, last) = (0, 0L);
            for (var i = 0; i < count; i++)
            {
                last += Number(bytes.AsSpan(0, length), ref at);
                yield return new CountedThen(last, Back(Number(bytes.AsSpan(0, length), ref at)), Back(Number(bytes.AsSpan(0, length), ref at)));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static (byte[] Bytes, int Length) Plain(byte[] packed, int count)
    {
        for (var room = (count * UsualLength) + 1; room <= (count + 1) * LongestRecord * 2; room *= 2)
        {
            var bytes = ArrayPool<byte>.Shared.Rent(room);
            if (BrotliDecoder.TryDecompress(packed, bytes, out var length))
            {
                return (bytes, length);
            }
            ArrayPool<byte>.Shared.Return(bytes);
        }
        throw new InvalidDataException("The list of records cannot be unpacked.");
    }

    private static long Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0UL;
        for (var i = 0; i < LongestNumber && at < bytes.Length; i++)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << (7 * i);
            if (next < 0x80)
            {
                return (long)value;
            }
        }
        throw new InvalidDataException("A number of the list of records does not end.");
    }

    private static long ZigZag(long value) => (value << 1) ^ (value >> 63);

    private static long Back(long value) => (long)((ulong)value >> 1) ^ -(value & 1);
}
