using System.Buffers.Binary;
using System.Text;

namespace Zhuoluo.Ledger.Notes;

/// <summary>
/// A public key with its name: the vkey line that a log or a witness publishes, <c>name+id+base64(type ‖ public key)</c>
/// (ledger.md section 4.3). Safe from many threads.
/// </summary>
public sealed class VerifierKey : IEquatable<VerifierKey>
{
    internal const int TimeLength = 8;
    private readonly byte[] _publicKey;

    internal VerifierKey(string name, KeyKind kind, byte[] publicKey)
    {
        (Name, Kind, _publicKey) = (name, kind, publicKey);
        Id = KeyName.IdOf(name, kind, publicKey);
    }

    /// <summary>The name; of a log its origin.</summary>
    public string Name { get; }

    /// <summary>The first four bytes of the key's hash; tells keys of one name apart, and proves nothing.</summary>
    public uint Id { get; }

    /// <summary>What its signatures are made over.</summary>
    public KeyKind Kind { get; }

    /// <summary>The 32 bytes of RFC 8032.</summary>
    public ReadOnlySpan<byte> PublicKey => _publicKey;

    /// <summary>Reads a vkey.</summary>
    /// <exception cref="FormatException">It is none, its id is wrong, or its type is not known here.</exception>
    public static VerifierKey Parse(string vkey)
    {
        ArgumentNullException.ThrowIfNull(vkey);
        var (name, id, kind, bytes) = KeyName.Read(vkey);
        var key = new VerifierKey(name, kind, bytes);
        return KeyName.Hex(key.Id) == id ? key : throw new FormatException($"The id of the key of {name} is not that of its bytes.");
    }

    /// <summary>The vkey.</summary>
    public override string ToString() => KeyName.Write(Name, Id, Kind, _publicKey);

    /// <summary>Whether a signature line names this key.</summary>
    public bool Made(NoteSignature signature) => signature is not null && signature.KeyId == Id && signature.Name == Name;

    /// <summary>Whether the signature over the text is by this key.</summary>
    /// <param name="text">The text of the note with its last newline.</param>
    /// <param name="signature">What stands behind the key's id in the line: 64 bytes, of a cosignature 8 of time before them.</param>
    public bool Verify(string text, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Kind == KeyKind.Signature)
        {
            return Ed25519.Verify(_publicKey, Encoding.UTF8.GetBytes(text), signature);
        }
        return signature.Length == TimeLength + Ed25519.SignatureLength
            && BinaryPrimitives.ReadUInt64BigEndian(signature) is <= long.MaxValue and var seconds
            && Ed25519.Verify(_publicKey, CosignedText((long)seconds, text), signature[TimeLength..]);
    }

    /// <summary>"cosignature/v1\ntime SECONDS\n" ‖ text (C2SP tlog-cosignature, "Ed25519 signed message").</summary>
    internal static byte[] CosignedText(long seconds, string text) => Encoding.UTF8.GetBytes($"cosignature/v1\ntime {Decimals.Format(seconds)}\n{text}");

    /// <inheritdoc/>
    public bool Equals(VerifierKey? other) => other is not null && Name == other.Name && Kind == other.Kind && _publicKey.AsSpan().SequenceEqual(other._publicKey);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VerifierKey);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Id);
}
