using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Zhuoluo.Ledger;

/// <summary>
/// Salted commitment to what an entry hides (ledger.md section 10):
/// C = SHA-256("ledger-commit/v1\n" ‖ salt[32] ‖ u32be len(type) ‖ type ‖ u32be len(data) ‖ data).
/// Hiding while the salt is secret, binding by SHA-256.
/// </summary>
public static class Commitment
{
    /// <summary>Bytes of a salt, fresh and random for each commitment.</summary>
    public const int SaltLength = 32;
    /// <summary>Bytes of a commitment.</summary>
    public const int Length = 32;

    /// <summary>The 32 bytes of the commitment.</summary>
    /// <exception cref="ArgumentException">The salt is not 32 bytes.</exception>
    public static byte[] Compute(ReadOnlySpan<byte> salt, string type, ReadOnlySpan<byte> data)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (salt.Length != SaltLength)
        {
            throw new ArgumentException("A salt has 32 bytes.", nameof(salt));
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("ledger-commit/v1\n"u8);
        hash.AppendData(salt);
        AppendWithLength(hash, Encoding.UTF8.GetBytes(type));
        AppendWithLength(hash, data);
        return hash.GetHashAndReset();
    }

    private static void AppendWithLength(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
