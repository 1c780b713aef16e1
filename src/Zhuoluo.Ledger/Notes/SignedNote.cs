using System.Text;

namespace Zhuoluo.Ledger.Notes;

/// <summary>
/// A text with signatures under it (C2SP signed-note, "Format"): text ending in a newline, an empty line, signature lines. Reading one proves
/// nothing: its text counts only after <see cref="Verify"/>.
/// </summary>
public sealed class SignedNote
{
    /// <summary>A longer note is refused.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>A note with more signature lines is refused; readers must take at least 16.</summary>
    public const int MostSignatures = 100;

    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Puts a text and signatures together.</summary>
    /// <exception cref="FormatException">The text does not end in a newline, has control characters, or there is no signature.</exception>
    public SignedNote(string text, IReadOnlyList<NoteSignature> signatures)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(signatures);
        if (!text.EndsWith('\n') || text.Any(c => c < ' ' && c != '\n'))
        {
            throw new FormatException("The text of a note ends in a newline and has no other control characters.");
        }
        if (signatures.Count is 0 or > MostSignatures)
        {
            throw new FormatException($"A note has 1 to {MostSignatures} signatures.");
        }
        (Text, Signatures) = (text, signatures);
    }

    /// <summary>What is signed, with its last newline.</summary>
    public string Text { get; }

    /// <summary>All lines, known keys and unknown ones, in order.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Reads a note; text and signatures are divided at the last empty line.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new FormatException($"A note has at most {MostBytes} bytes.");
        }
        string whole;
        try
        {
            whole = _strict.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            throw new FormatException("A note is UTF-8.", fault);
        }
        var end = whole.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || !whole.EndsWith('\n') || end + 2 == whole.Length)
        {
            throw new FormatException("A note is a text, an empty line, and lines of signatures that end in a newline.");
        }
        return new SignedNote(whole[..(end + 1)], [.. whole[(end + 2)..^1].Split('\n').Select(NoteSignature.Parse)]);
    }

    /// <summary>The bytes; those that were read, when it was read.</summary>
    public byte[] ToBytes() => _strict.GetBytes(ToString());

    /// <inheritdoc cref="ToBytes"/>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(s => s + "\n"))}";

    /// <summary>The same text with these signatures added, each once.</summary>
    public SignedNote With(IEnumerable<NoteSignature> more) => new(Text, [.. Signatures.Concat(more).Distinct()]);

    /// <summary>
    /// Which of the known keys signed the text (C2SP signed-note, "Signatures"): lines of unknown keys are passed over, also when they share a
    /// name or an id with a known one; a line of a known key that does not verify spoils the whole note.
    /// </summary>
    /// <returns>The keys that signed, in the order of the lines; empty when there is no known one. Null when a known key's signature is wrong.</returns>
    public IReadOnlyList<VerifierKey>? Verify(IEnumerable<VerifierKey> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var keys = known.ToList();
        List<VerifierKey> signed = [];
        foreach (var signature in Signatures)
        {
            foreach (var key in keys.Where(k => k.Made(signature)))
            {
                if (!key.Verify(Text, signature.Signature.Span))
                {
                    return null;
                }
                if (!signed.Contains(key))
                {
                    signed.Add(key);
                }
            }
        }
        return signed;
    }
}
