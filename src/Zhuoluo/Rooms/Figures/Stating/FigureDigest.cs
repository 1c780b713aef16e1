using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zhuoluo.Rooms.Figures.Stating;

/// <summary>
/// What a stated figure is bound to: SHA-256 over a line each of format, key and version, definition, unit, town, days, values, then for each part its source
/// and number and 24 bytes a record (id, amount, stamp; big endian). Anybody who has the list can make it again.
/// </summary>
internal static class FigureDigest
{
    private const int RecordLength = 24;

    public static string Of(StatedFigure stated, IEnumerable<(string Source, int Count, IEnumerable<CountedThen> Records)> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Head(stated)));
        var buffer = new byte[RecordLength * 1024];
        foreach (var (source, count, records) in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{source} {count}\n")));
            var at = 0;
            foreach (var record in records)
            {
                BinaryPrimitives.WriteInt64BigEndian(buffer.AsSpan(at), record.Id);
                BinaryPrimitives.WriteInt64BigEndian(buffer.AsSpan(at + 8), record.Amount);
                BinaryPrimitives.WriteInt64BigEndian(buffer.AsSpan(at + 16), record.Stamp);
                at += RecordLength;
                if (at == buffer.Length)
                {
                    hash.AppendData(buffer);
                    at = 0;
                }
            }
            hash.AppendData(buffer.AsSpan(0, at));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Head(StatedFigure s) => string.Create(CultureInfo.InvariantCulture,
        $"zhuoluo-figure v1\n{s.Key} {s.DefinitionVersion}\n{s.Definition}\n{s.UnitCode}\n{s.Town}\n{s.From:yyyy-MM-dd} {s.To:yyyy-MM-dd}\n{s.Value} {s.Numerator} {s.Denominator} {s.Excluded} {s.Records}\n");
}
