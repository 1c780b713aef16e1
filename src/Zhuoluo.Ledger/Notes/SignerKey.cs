using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Zhuoluo.Ledger.Notes;

/// <summary>
/// A private key: the skey line <c>PRIVATE+KEY+name+id+base64(type ‖ seed)</c> (ledger.md section 4.3). The seed goes to libcrypto and is wiped
/// here; it is never written out again but by <see cref="Generate"/>. Ed25519 is deterministic: two nodes that sign one checkpoint write the
/// same line. Safe from many threads.
/// </summary>
public sealed class SignerKey : ICheckpointSigner, IDisposable
{
    private const string Prefix = "PRIVATE+KEY+";
    private readonly LibCrypto.KeyHandle _key;

    private SignerKey(string name, KeyKind kind, ReadOnlySpan<byte> seed)
    {
        _key = Ed25519.Load(seed);
        Verifier = new VerifierKey(name, kind, Ed25519.PublicKey(_key));
    }

    /// <summary>The public half.</summary>
    public VerifierKey Verifier { get; }

    /// <summary>Reads an skey.</summary>
    /// <exception cref="FormatException">It is none, its id is wrong, or its type is not known here. The message holds nothing of the key.</exception>
    public static SignerKey Parse(string skey)
    {
        ArgumentNullException.ThrowIfNull(skey);
        if (!skey.StartsWith(Prefix, StringComparison.Ordinal))
        {
            throw new FormatException($"A private key begins with {Prefix}.");
        }
        var (name, id, kind, seed) = KeyName.Read(skey[Prefix.Length..]);
        try
        {
            var key = new SignerKey(name, kind, seed);
            if (KeyName.Hex(key.Verifier.Id) != id)
            {
                key.Dispose();
                throw new FormatException($"The id of the private key of {name} is not that of its bytes.");
            }
            return key;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>Makes a key.</summary>
    /// <param name="name">Of a log its origin; no spaces, no plus sign.</param>
    /// <param name="kind">What it will sign.</param>
    /// <param name="seed">32 random bytes; wiped.</param>
    /// <returns>The skey, to be kept secret, and the vkey, to be published.</returns>
    public static (string Skey, VerifierKey Vkey) Generate(string name, KeyKind kind, Span<byte> seed)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!KeyName.IsGood(name))
        {
            throw new ArgumentException("The name of a key has no spaces and no plus sign.", nameof(name));
        }
        using var key = new SignerKey(name, kind, seed);
        var skey = Prefix + KeyName.Write(name, key.Verifier.Id, kind, seed);
        CryptographicOperations.ZeroMemory(seed);
        return (skey, key.Verifier);
    }

    /// <summary>Signs the text of a note; a cosignature says that it was seen at that second.</summary>
    /// <param name="text">With its last newline.</param>
    /// <param name="at">Only a cosignature has it in it.</param>
    public NoteSignature Sign(string text, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Verifier.Kind == KeyKind.Signature)
        {
            return new NoteSignature(Verifier.Name, Verifier.Id, Ed25519.Sign(_key, Encoding.UTF8.GetBytes(text)));
        }
        var seconds = at.ToUnixTimeSeconds();
        var bytes = new byte[VerifierKey.TimeLength + Ed25519.SignatureLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, seconds);
        Ed25519.Sign(_key, VerifierKey.CosignedText(seconds, text)).CopyTo(bytes, VerifierKey.TimeLength);
        return new NoteSignature(Verifier.Name, Verifier.Id, bytes);
    }

    /// <inheritdoc/>
    public NoteSignature Sign(Checkpoint checkpoint, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        return Sign(checkpoint.ToString(), at);
    }

    /// <summary>Wipes and frees the key.</summary>
    public void Dispose() => _key.Dispose();
}
