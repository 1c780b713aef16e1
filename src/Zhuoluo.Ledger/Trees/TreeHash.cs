using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Zhuoluo.Ledger.Trees;

/// <summary>The hash of a leaf, of a node or of a whole tree: 32 bytes of SHA-256 (RFC 6962 section 2.1). A value, never on the heap by itself.</summary>
public readonly struct TreeHash : IEquatable<TreeHash>
{
    /// <summary>Bytes of a hash.</summary>
    public const int Length = 32;

    private readonly Vector256<byte> _bits;

    /// <summary>Takes the 32 bytes over.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public TreeHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException("A hash has 32 bytes.", nameof(bytes));
        }
        _bits = Vector256.Create(bytes);
    }

    /// <summary>MTH({}) = SHA-256(): the root of the empty tree (RFC 6962 section 2.1).</summary>
    public static TreeHash Empty { get; } = new(Convert.FromHexString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));

    /// <summary>The hash of an entry as a leaf; the entry is the stored bytes, nobody writes it anew to hash it.</summary>
    public static TreeHash Leaf(ReadOnlySpan<byte> entry)
    {
        Span<byte> hash = stackalloc byte[Length];
        Hashing.Leaf(entry, hash);
        return new TreeHash(hash);
    }

    /// <summary>The hash of a node above two others.</summary>
    public static TreeHash Node(in TreeHash left, in TreeHash right)
    {
        Span<byte> hash = stackalloc byte[Length];
        Hashing.Node(left.AsSpan(), right.AsSpan(), hash);
        return new TreeHash(hash);
    }

    /// <summary>Reads standard base64 of 44 characters, in its one spelling.</summary>
    /// <returns>False for anything else.</returns>
    public static bool TryParse(ReadOnlySpan<char> base64, out TreeHash hash)
    {
        hash = default;
        if (!Base64Text.TryDecode(base64, out var bytes) || bytes.Length != Length)
        {
            return false;
        }
        hash = new TreeHash(bytes);
        return true;
    }

    /// <summary>Reads the n-th of many hashes that stand one behind the other, as in a tile.</summary>
    public static TreeHash At(ReadOnlySpan<byte> hashes, int row) => new(hashes.Slice(row * Length, Length));

    /// <summary>The 32 bytes, in place.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> AsSpan() => MemoryMarshal.AsBytes(new ReadOnlySpan<Vector256<byte>>(in _bits));

    /// <summary>A copy of the 32 bytes.</summary>
    public byte[] ToArray() => AsSpan().ToArray();

    /// <summary>Standard base64, as checkpoints and proofs write it.</summary>
    public override string ToString() => Convert.ToBase64String(AsSpan());

    /// <inheritdoc/>
    public bool Equals(TreeHash other) => _bits == other._bits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TreeHash other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _bits.AsInt32().GetElement(0);

    /// <summary>Whether all bytes are equal.</summary>
    public static bool operator ==(TreeHash left, TreeHash right) => left.Equals(right);

    /// <summary>Whether a byte differs.</summary>
    public static bool operator !=(TreeHash left, TreeHash right) => !left.Equals(right);
}
