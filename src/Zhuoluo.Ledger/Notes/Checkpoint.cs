using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Notes;

/// <summary>
/// What a log says of its tree at one size: origin, size and root, each on a line (C2SP tlog-checkpoint, "Note text"). The text of a signed note;
/// by itself it proves nothing. Lines of extension are refused: nobody audits them (ledger.md section 4.3).
/// </summary>
/// <param name="Origin">Which log; its address without scheme and trailing slash, unique for ever.</param>
/// <param name="Size">How many entries.</param>
/// <param name="Root">MTH of all of them.</param>
public sealed record Checkpoint(string Origin, long Size, TreeHash Root)
{
    /// <summary>Reads the text of a note.</summary>
    /// <exception cref="FormatException">It is no checkpoint.</exception>
    public static Checkpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('\n') is [{ Length: > 0 } origin, var size, var root, ""] && Decimals.TryParse(size, out var entries) && TreeHash.TryParse(root, out var hash)
            ? entries > 0 || hash == TreeHash.Empty
                ? new Checkpoint(origin, entries, hash)
                : throw new FormatException("The root of an empty tree is the hash of nothing.")
            : throw new FormatException("A checkpoint has three lines: origin, size without leading zeros, and 32 bytes in base64.");
    }

    /// <summary>The three lines, each with its newline.</summary>
    public override string ToString() => $"{Origin}\n{Decimals.Format(Size)}\n{Root}\n";

    /// <summary>Signs it with each of the keys.</summary>
    public SignedNote Sign(IEnumerable<ICheckpointSigner> signers, DateTimeOffset at) => new(ToString(), [.. signers.Select(s => s.Sign(this, at))]);
}
