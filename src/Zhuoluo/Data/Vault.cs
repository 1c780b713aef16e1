using System.Buffers.Binary;
using System.Security.Cryptography;
using Zhuoluo.Foundation;

namespace Zhuoluo.Data;

/// <summary>
/// Seals personal data: AES-256-GCM under a key per subject, which is wrapped by the master key in keys/master.key.
/// Sealed form, so that another algorithm can come beside this one (rules F3.2): alg(1)=1 ‖ nonce(12) ‖ tag(16) ‖ ciphertext.
/// Whoever deletes a subject's key erases all that it sealed.
/// </summary>
internal sealed class Vault : IDisposable
{
    private const byte Aes256Gcm = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly byte[] _master;

    public Vault(DatabaseOptions options)
    {
        Directory.CreateDirectory(options.Keys);
        var file = Path.Combine(options.Keys, "master.key");
        _master = File.Exists(file) ? ReadKey(file) : MakeKey(file);
    }

    public SubjectKey NewKey(Act act)
    {
        var id = act.NewId();
        return new SubjectKey { Id = id, Wrapped = Seal(_master, act.Chance.Bytes(32), IdBytes(id), act.Chance) };
    }

    public byte[] Seal(SubjectKey key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound, Chance chance)
    {
        var data = Open(_master, key.Wrapped, IdBytes(key.Id));
        try
        {
            return Seal(data, plain, bound, chance);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(data);
        }
    }

    /// <exception cref="AuthenticationTagMismatchException">The bytes, the key or what they are bound to were changed.</exception>
    public byte[] Open(SubjectKey key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> bound)
    {
        var data = Open(_master, key.Wrapped, IdBytes(key.Id));
        try
        {
            return Open(data, sealedBytes, bound);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(data);
        }
    }

    /// <summary>A keyed fingerprint, for finding the same telephone number again without keeping it readable.</summary>
    public byte[] Fingerprint(string purpose, string value) =>
        HMACSHA256.HashData(_master, System.Text.Encoding.UTF8.GetBytes($"{purpose}\n{value}"))[..16];

    /// <summary>The master key under another key, for a house that moves: receipt codes and prints are derived from it and must stay what they are.</summary>
    public byte[] SealMaster(byte[] under, Chance chance) => Seal(under, _master, "zhuoluo-move"u8, chance);

    /// <summary>Something else that moves along under that key.</summary>
    public static byte[] SealUnder(byte[] under, ReadOnlySpan<byte> plain, string purpose, Chance chance) => Seal(under, plain, System.Text.Encoding.ASCII.GetBytes(purpose), chance);

    /// <summary>The other way.</summary>
    /// <exception cref="AuthenticationTagMismatchException">It was changed.</exception>
    public static byte[] OpenUnder(byte[] under, ReadOnlySpan<byte> sealedBytes, string purpose) => Open(under, sealedBytes, System.Text.Encoding.ASCII.GetBytes(purpose));

    /// <summary>Takes over the master key of the house that moves in. Only where nothing was sealed yet; who holds a vault opens it anew.</summary>
    public static void TakeOver(DatabaseOptions options, byte[] sealedMaster, byte[] under)
    {
        var master = Open(under, sealedMaster, "zhuoluo-move"u8);
        DurableFile.Write(Path.Combine(options.Keys, "master.key"), master);
        CryptographicOperations.ZeroMemory(master);
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(_master);

    private static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound, Chance chance)
    {
        var result = new byte[1 + NonceLength + TagLength + plain.Length];
        result[0] = Aes256Gcm;
        var nonce = result.AsSpan(1, NonceLength);
        chance.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, result.AsSpan(1 + NonceLength + TagLength), result.AsSpan(1 + NonceLength, TagLength), bound);
        return result;
    }

    private static byte[] Open(byte[] key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> bound)
    {
        if (sealedBytes.Length < 1 + NonceLength + TagLength || sealedBytes[0] != Aes256Gcm)
        {
            throw new CryptographicException("Not a sealed value of a known algorithm.");
        }
        var plain = new byte[sealedBytes.Length - 1 - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(sealedBytes.Slice(1, NonceLength), sealedBytes[(1 + NonceLength + TagLength)..], sealedBytes.Slice(1 + NonceLength, TagLength), plain, bound);
        return plain;
    }

    private static byte[] IdBytes(long id)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, id);
        return bytes;
    }

    private static byte[] ReadKey(string file)
    {
        var key = File.ReadAllBytes(file);
        return key.Length == 32 ? key : throw new CryptographicException($"{file} is damaged: it must hold 32 bytes. Restore it from its backup.");
    }

    private static byte[] MakeKey(string file)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        DurableFile.Write(file, key);
        return key;
    }
}
