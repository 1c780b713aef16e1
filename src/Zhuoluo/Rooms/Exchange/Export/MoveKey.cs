using System.Security.Cryptography;
using System.Text;
using Zhuoluo.Data;
using Zhuoluo.Data.Log;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>From a passphrase to the key of a move and back.</summary>
internal static class MoveKey
{
    /// <summary>Somebody who has the files may try offline as long as they like.</summary>
    public const int ShortestPassphrase = 12;

    // OWASP password storage, 2023: 600,000 for PBKDF2 with SHA-256.
    private const int Iterations = 600_000;
    private const int TagLength = 16;

    public static (byte[] Key, ManifestKey Kept) Make(string passphrase, Vault vault, LogKeys ledger, Act act)
    {
        var key = act.Chance.Bytes(32);
        var salt = act.Chance.Bytes(16);
        var wrapped = new byte[key.Length + TagLength];
        using var aes = new AesGcm(Stretch(passphrase, salt, Iterations), TagLength);
        // The key under the passphrase seals this one value, so the nonce may be empty.
        aes.Encrypt(new byte[12], key, wrapped.AsSpan(0, key.Length), wrapped.AsSpan(key.Length));
        return (key, new ManifestKey(salt, Iterations, wrapped, vault.SealMaster(key, act.Chance), ledger.SealAll(key, act.Chance)));
    }

    /// <summary>Null when the passphrase is another one.</summary>
    public static byte[]? Open(ManifestKey kept, string passphrase)
    {
        var key = new byte[kept.Wrapped.Length - TagLength];
        try
        {
            using var aes = new AesGcm(Stretch(passphrase, kept.Salt, Math.Clamp(kept.Iterations, 1, 10_000_000)), TagLength);
            aes.Decrypt(new byte[12], kept.Wrapped.AsSpan(0, key.Length), kept.Wrapped.AsSpan(key.Length), key);
            return key;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Stretch(string passphrase, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase), salt, iterations, HashAlgorithmName.SHA256, 32);
}
