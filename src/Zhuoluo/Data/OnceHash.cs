using System.Security.Cryptography;
using System.Text;

namespace Zhuoluo.Data;

/// <summary>Keys of repeated submissions are kept as hashes: a key in a form is nobody's business later.</summary>
internal static class OnceHash
{
    // No key that a client sends can hold it.
    private const char Mark = '\u001f';

    /// <summary>A key that is good for one request only: what else comes under it is refused.</summary>
    public static string Bind(string key, ReadOnlySpan<byte> request) => $"{key}{Mark}{Convert.ToHexStringLower(SHA256.HashData(request)[..16])}";

    public static bool IsBound(string key) => key.Contains(Mark, StringComparison.Ordinal);

    public static byte[] Of(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(Plain(key)))[..16];

    /// <summary>Digest of the request to which the key is bound, or null.</summary>
    public static byte[]? PrintOf(string key) => IsBound(key) ? Convert.FromHexString(key.AsSpan(key.LastIndexOf(Mark) + 1)) : null;

    private static string Plain(string key) => IsBound(key) ? key[..key.LastIndexOf(Mark)] : key;
}

/// <summary>A client sent another request under a key that it had used. Thrown inside the transaction, of which nothing is kept.</summary>
internal sealed class OnceKeyReused() : Exception("The key of a request was used for another one.");
