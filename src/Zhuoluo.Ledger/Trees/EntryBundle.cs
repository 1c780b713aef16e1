using System.Buffers.Binary;

namespace Zhuoluo.Ledger.Trees;

/// <summary>Entries one behind the other, each with its length before it: uint16 big-endian ‖ bytes (C2SP tlog-tiles, "Log entries").</summary>
public static class EntryBundle
{
    private const int LengthBytes = 2;

    /// <summary>The bytes of a bundle.</summary>
    /// <exception cref="ArgumentException">More than 256 entries, or one longer than 65,535 bytes.</exception>
    public static byte[] Write(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count > Tile.Width || entries.Any(e => e.Length > ushort.MaxValue))
        {
            throw new ArgumentException("A bundle has at most 256 entries of at most 65,535 bytes.", nameof(entries));
        }
        var bytes = new byte[entries.Sum(e => LengthBytes + e.Length)];
        var rest = bytes.AsSpan();
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)entry.Length);
            entry.Span.CopyTo(rest[LengthBytes..]);
            rest = rest[(LengthBytes + entry.Length)..];
        }
        return bytes;
    }

    /// <summary>The entries of a bundle, without copying.</summary>
    /// <param name="bundle">All its bytes.</param>
    /// <param name="width">How many entries there must be.</param>
    /// <param name="entries">Those that could be read, also when the result is false.</param>
    /// <returns>False when there are fewer or more bytes than that many entries.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> bundle, int width, out IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        var read = new List<ReadOnlyMemory<byte>>(width);
        entries = read;
        while (read.Count < width)
        {
            if (bundle.Length < LengthBytes || BinaryPrimitives.ReadUInt16BigEndian(bundle.Span) is var length && bundle.Length < LengthBytes + length)
            {
                return false;
            }
            read.Add(bundle.Slice(LengthBytes, length));
            bundle = bundle[(LengthBytes + length)..];
        }
        return bundle.IsEmpty;
    }

    /// <summary>The first entries of a bundle: a narrower bundle is a prefix of a wider one.</summary>
    /// <returns>Null when there are not so many.</returns>
    public static ReadOnlyMemory<byte>? Prefix(ReadOnlyMemory<byte> bundle, int width)
    {
        var at = 0;
        for (var i = 0; i < width; i++)
        {
            if (bundle.Length - at < LengthBytes || BinaryPrimitives.ReadUInt16BigEndian(bundle.Span[at..]) is var length && bundle.Length - at - LengthBytes < length)
            {
                return null;
            }
            at += LengthBytes + length;
        }
        return bundle[..at];
    }
}
