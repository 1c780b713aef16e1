using System.Buffers;
using System.Security.Cryptography;

namespace Zhuoluo.Ledger.Trees;

/// <summary>The two hashes of RFC 6962 section 2.1, over spans.</summary>
internal static class Hashing
{
    private const int MostOnStack = 1024;

    /// <summary>leaf = SHA-256(0x00 ‖ entry), RFC 6962 section 2.1.</summary>
    public static void Leaf(ReadOnlySpan<byte> entry, Span<byte> hash)
    {
        var length = entry.Length + 1;
        var rented = length > MostOnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        var bytes = rented ?? stackalloc byte[MostOnStack];
        bytes[0] = 0x00;
        entry.CopyTo(bytes[1..]);
        SHA256.HashData(bytes[..length], hash);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>node = SHA-256(0x01 ‖ left ‖ right), RFC 6962 section 2.1. The result may lie where a part of the input lay.</summary>
    public static void Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * TreeHash.Length)];
        bytes[0] = 0x01;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + TreeHash.Length)..]);
        SHA256.HashData(bytes, hash);
    }

    /// <summary>MTH of 1, 2, 4 … 256 hashes that stand one behind the other (RFC 6962 section 2.1 with n a power of two).</summary>
    public static void Perfect(ReadOnlySpan<byte> hashes, Span<byte> root)
    {
        var count = hashes.Length / TreeHash.Length;
        if (count == 1)
        {
            hashes.CopyTo(root);
            return;
        }
        Span<byte> half = stackalloc byte[Tile.Bytes / 2];
        for (scoped var from = hashes; count > 1; from = half)
        {
            count /= 2;
            for (var i = 0; i < count; i++)
            {
                var pair = from.Slice(2 * i * TreeHash.Length, 2 * TreeHash.Length);
                Node(pair[..TreeHash.Length], pair[TreeHash.Length..], half.Slice(i * TreeHash.Length, TreeHash.Length));
            }
        }
        half[..TreeHash.Length].CopyTo(root);
    }
}
