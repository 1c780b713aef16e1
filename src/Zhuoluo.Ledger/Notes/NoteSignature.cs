using System.Buffers.Binary;

namespace Zhuoluo.Ledger.Notes;

/// <summary>One signature line: <c>— name base64(keyid[4] ‖ signature)</c> (C2SP signed-note, "Format"). Nothing is verified by reading it.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="KeyId">The key's id.</param>
/// <param name="Signature">The bytes behind the id; what they are depends on the key.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Signature)
{
    private const string Dash = "\u2014 ";
    private const int IdLength = 4;

    /// <summary>Reads a line, without its newline.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static NoteSignature Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var space = line.LastIndexOf(' ');
        if (!line.StartsWith(Dash, StringComparison.Ordinal) || space < Dash.Length || !KeyName.IsGood(line[Dash.Length..space])
            || !Base64Text.TryDecode(line.AsSpan(space + 1), out var bytes) || bytes.Length <= IdLength)
        {
            throw new FormatException("A signature line is a dash, the name of the key and the signature in base64.");
        }
        return new NoteSignature(line[Dash.Length..space], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(IdLength));
    }

    /// <summary>The line, without its newline.</summary>
    public override string ToString()
    {
        var bytes = new byte[IdLength + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Signature.CopyTo(bytes.AsMemory(IdLength));
        return $"{Dash}{Name} {Convert.ToBase64String(bytes)}";
    }

    /// <inheritdoc/>
    public bool Equals(NoteSignature? other) => other is not null && Name == other.Name && KeyId == other.KeyId && Signature.Span.SequenceEqual(other.Signature.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, KeyId, Signature.Length);
}
