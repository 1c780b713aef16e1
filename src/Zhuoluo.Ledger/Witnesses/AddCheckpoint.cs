using System.Text;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Witnesses;

/// <summary>
/// What a log asks of a witness: <c>old SIZE</c>, the consistency proof from there, an empty line, the checkpoint
/// (C2SP tlog-witness, "add-checkpoint").
/// </summary>
/// <param name="OldSize">What the log believes that the witness cosigned last; 0 for nothing.</param>
/// <param name="Proof">From the old size to that of the checkpoint; empty from 0.</param>
/// <param name="Checkpoint">The note, signed by the log.</param>
public sealed record AddCheckpoint(long OldSize, IReadOnlyList<TreeHash> Proof, SignedNote Checkpoint)
{
    /// <summary>Where it is posted, behind the submission prefix of the witness.</summary>
    public const string Path = "add-checkpoint";

    /// <summary>A longer request is refused.</summary>
    public const int MostBytes = SignedNote.MostBytes + 8192;

    private const string OldWord = "old ";

    /// <summary>Makes the request for a published checkpoint.</summary>
    public static async Task<AddCheckpoint> MakeAsync(ITileSource source, SignedNote checkpoint, long oldSize, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var size = Notes.Checkpoint.Parse(checkpoint.Text).Size;
        return new AddCheckpoint(oldSize, await new TreeReader(source, size).ConsistencyAsync(oldSize, cancel), checkpoint);
    }

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static AddCheckpoint Parse(ReadOnlySpan<byte> body)
    {
        var end = body.IndexOf("\n\n"u8);
        if (end < 0 || body.Length > MostBytes)
        {
            throw new FormatException("A request has an old size, hashes, an empty line and a checkpoint.");
        }
        var lines = Encoding.ASCII.GetString(body[..end]).Split('\n');
        if (!lines[0].StartsWith(OldWord, StringComparison.Ordinal) || !Decimals.TryParse(lines[0].AsSpan(OldWord.Length), out var oldSize))
        {
            throw new FormatException("A request begins with the old size, without leading zeros.");
        }
        if (lines.Length - 1 > InclusionProof.LongestPath)
        {
            throw new FormatException("A request has at most 63 hashes.");
        }
        var proof = lines.Skip(1).Select(l => TreeHash.TryParse(l, out var hash) ? hash : throw new FormatException("A line of the proof is not 32 bytes in base64.")).ToList();
        return new AddCheckpoint(oldSize, proof, SignedNote.Parse(body[(end + 2)..]));
    }

    /// <summary>The body.</summary>
    public byte[] ToBytes() =>
        [.. Encoding.ASCII.GetBytes($"{OldWord}{Decimals.Format(OldSize)}\n{string.Concat(Proof.Select(h => h + "\n"))}\n"), .. Checkpoint.ToBytes()];
}
