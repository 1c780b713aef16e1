using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Zhuoluo.Ledger.Notes;

/// <summary>Ed25519 of RFC 8032 by libcrypto, which refuses malleated signatures (S + L).</summary>
internal static class Ed25519
{
    public const int SeedLength = 32;
    public const int PublicKeyLength = 32;
    public const int SignatureLength = 64;
    private const int Done = 1;

    /// <summary>Loads a private key; the caller wipes the seed.</summary>
    public static LibCrypto.KeyHandle Load(ReadOnlySpan<byte> seed)
    {
        Check(seed.Length, SeedLength);
        var key = LibCrypto.EVP_PKEY_new_raw_private_key(LibCrypto.Ed25519, 0, in First(seed), SeedLength);
        return key.IsInvalid ? throw Fault("load the key") : key;
    }

    public static byte[] PublicKey(LibCrypto.KeyHandle key)
    {
        var bytes = new byte[PublicKeyLength];
        nuint length = PublicKeyLength;
        return LibCrypto.EVP_PKEY_get_raw_public_key(key, ref bytes[0], ref length) == Done && length == PublicKeyLength ? bytes : throw Fault("read the public key");
    }

    public static byte[] Sign(LibCrypto.KeyHandle key, ReadOnlySpan<byte> message)
    {
        var signature = new byte[SignatureLength];
        nuint length = SignatureLength;
        using var digest = LibCrypto.EVP_MD_CTX_new();
        return LibCrypto.EVP_DigestSignInit(digest, 0, 0, 0, key) == Done
            && LibCrypto.EVP_DigestSign(digest, ref signature[0], ref length, in First(message), (nuint)message.Length) == Done
            && length == SignatureLength ? signature : throw Fault("sign");
    }

    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        Check(publicKey.Length, PublicKeyLength);
        if (signature.Length != SignatureLength)
        {
            return false;
        }
        using var key = LibCrypto.EVP_PKEY_new_raw_public_key(LibCrypto.Ed25519, 0, in First(publicKey), PublicKeyLength);
        using var digest = LibCrypto.EVP_MD_CTX_new();
        var isGood = !key.IsInvalid
            && LibCrypto.EVP_DigestVerifyInit(digest, 0, 0, 0, key) == Done
            && LibCrypto.EVP_DigestVerify(digest, in First(signature), SignatureLength, in First(message), (nuint)message.Length) == Done;
        if (!isGood)
        {
            // What is left in the thread's queue would be reported by the next call that .NET itself makes.
            LibCrypto.ERR_clear_error();
        }
        return isGood;
    }

    // An empty span would pin to a null pointer, which OpenSSL does not take: then the address of some byte.
    private static ref readonly byte First(ReadOnlySpan<byte> bytes) => ref bytes.IsEmpty ? ref MemoryMarshal.GetReference("\0"u8) : ref MemoryMarshal.GetReference(bytes);

    private static void Check(int length, int expected) => ArgumentOutOfRangeException.ThrowIfNotEqual(length, expected);

    private static CryptographicException Fault(string what)
    {
        LibCrypto.ERR_clear_error();
        return new CryptographicException($"OpenSSL could not {what}.");
    }
}
