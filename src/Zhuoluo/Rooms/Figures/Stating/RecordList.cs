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

    public static IReadOnlyList<CountedThen> Unpack(byte[] packed, int count)
    {
        using var plain = new BinaryReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress));
        var records = new CountedThen[count];
        var last = 0L;
        for (var i = 0; i < count; i++)
        {
            last += plain.Read7BitEncodedInt64();
            records[i] = new CountedThen(last, Back(plain.Read7BitEncodedInt64()), Back(plain.Read7BitEncodedInt64()));
        }
        return records;
    }

    private static long ZigZag(long value) => (value << 1) ^ (value >> 63);

    private static long Back(long value) => (long)((ulong)value >> 1) ^ -(value & 1);
}
