using System.Text;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Receipts;

/// <summary>
/// A proof that can be kept in a file and checked offline: <c>c2sp.org/tlog-proof@v1</c> (C2SP tlog-proof, "Format"). The file ending is
/// <c>.tlog-proof</c>. Nothing is verified by reading it.
/// </summary>
/// <param name="Extra">Bytes for the application, not signed by anybody; null without the line.</param>
/// <param name="Index">The place of the entry, from 0.</param>
/// <param name="Path">The hashes from the leaf's sibling to the child of the root.</param>
/// <param name="Checkpoint">The checkpoint, with all its signatures.</param>
public sealed record TlogProof(ReadOnlyMemory<byte>? Extra, long Index, IReadOnlyList<TreeHash> Path, SignedNote Checkpoint)
{
    /// <summary>The first line.</summary>
    public const string Header = "c2sp.org/tlog-proof@v1";

    /// <summary>A longer file is refused.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>What the file is called behind the dot.</summary>
    public const string FileEnding = "tlog-proof";

    private const string ExtraWord = "extra ";
    private const string IndexWord = "index ";

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is none; the message says where.</exception>
    public static TlogProof Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new FormatException($"A proof has at most {MostBytes} bytes.");
        }
        var end = bytes.IndexOf("\n\n"u8);
        if (end < 0)
        {
            throw new FormatException("A proof has an empty line before its checkpoint.");
        }
        // What stands before it is ASCII; anything else shows as a character that no line has.
        var lines = Encoding.ASCII.GetString(bytes[..end]).Split('\n').AsSpan();
        if (lines[0] != Header)
        {
            throw new FormatException($"A proof begins with {Header}.");
        }
        lines = lines[1..];
        byte[]? extra = null;
        if (lines is [['e', ..], ..])
        {
            if (!lines[0].StartsWith(ExtraWord, StringComparison.Ordinal) || !Base64Text.TryDecode(lines[0].AsSpan(ExtraWord.Length), out extra))
            {
                throw new FormatException("The extra line of the proof is not base64.");
            }
            lines = lines[1..];
        }
        if (lines.IsEmpty || !lines[0].StartsWith(IndexWord, StringComparison.Ordinal) || !Decimals.TryParse(lines[0].AsSpan(IndexWord.Length), out var index))
        {
            throw new FormatException("The proof has no index line, or its index has a sign or leading zeros.");
        }
        // An array that is null would silently become an extra line without bytes.
        return new TlogProof(extra is null ? default(ReadOnlyMemory<byte>?) : extra, index, ReadPath(lines[1..]), SignedNote.Parse(bytes[(end + 2)..]));
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder(Header).Append('\n');
        if (Extra is { } extra)
        {
            text.Append(ExtraWord).Append(Convert.ToBase64String(extra.Span)).Append('\n');
        }
        text.Append(IndexWord).Append(Decimals.Format(Index)).Append('\n');
        foreach (var hash in Path)
        {
            text.Append(hash.ToString()).Append('\n');
        }
        return [.. Encoding.ASCII.GetBytes(text.Append('\n').ToString()), .. Checkpoint.ToBytes()];
    }

    private static TreeHash[] ReadPath(ReadOnlySpan<string> lines)
    {
        if (lines.Length > InclusionProof.LongestPath)
        {
            throw new FormatException("The proof has more hashes than any tree is high.");
        }
        var path = new TreeHash[lines.Length];
        for (var i = 0; i < path.Length; i++)
        {
            if (!TreeHash.TryParse(lines[i], out path[i]))
            {
                throw new FormatException($"Hash {i + 1} of the proof is not 32 bytes in base64.");
            }
        }
        return path;
    }
}
