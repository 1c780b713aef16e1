using System.Text;
using Zhuoluo.Ledger.Notes;

namespace Zhuoluo.Ledger.Witnesses;

/// <summary>The answer of a witness, read by the log (C2SP tlog-witness, "add-checkpoint"; ledger.md section 12).</summary>
/// <param name="Result">What to do.</param>
/// <param name="Lines">Cosignatures that were verified; lines of other keys are left out.</param>
/// <param name="Size">The size that the witness has, when it is to be asked from there.</param>
public sealed record CosigningReply(CosigningResult Result, IReadOnlyList<NoteSignature> Lines, long Size)
{
    /// <summary>Reads an answer.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="witness">The keys of the witness, as configured.</param>
    /// <param name="status">The status of HTTP.</param>
    /// <param name="contentType">Its content type.</param>
    /// <param name="body">Its body.</param>
    public static CosigningReply Read(AddCheckpoint request, IReadOnlyList<VerifierKey> witness, int status, string? contentType, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (WitnessStatus)status switch
        {
            WitnessStatus.Cosigned => ReadLines(request, witness, body),
            WitnessStatus.Conflict => ReadSize(request, contentType, body),
            WitnessStatus.UnknownLog or WitnessStatus.NotSigned or WitnessStatus.Malformed => Only(CosigningResult.Misconfigured),
            WitnessStatus.Inconsistent => Only(CosigningResult.StopSigning),
            _ => Only(CosigningResult.Unavailable),
        };
    }

    private static CosigningReply ReadLines(AddCheckpoint request, IReadOnlyList<VerifierKey> witness, ReadOnlySpan<byte> body)
    {
        try
        {
            var lines = Encoding.UTF8.GetString(body) is [.. var text, '\n'] ? text.Split('\n').Select(NoteSignature.Parse).ToList() : [];
            var good = lines.Where(l => witness.Any(k => k.Kind == KeyKind.Cosignature && k.Made(l) && k.Verify(request.Checkpoint.Text, l.Signature.Span))).ToList();
            return good.Count == 0 ? Only(CosigningResult.Misconfigured) : new CosigningReply(CosigningResult.Cosigned, good, 0);
        }
        catch (FormatException)
        {
            return Only(CosigningResult.Unavailable);
        }
    }

    // A witness that has a larger tree than the one just signed has seen what this log no longer knows; one that has the size asked from and
    // refuses has seen another root.
    private static CosigningReply ReadSize(AddCheckpoint request, string? contentType, ReadOnlySpan<byte> body)
    {
        var isSize = contentType is not null && contentType.Split(';')[0].Trim() == WitnessAnswer.SizeType;
        if (!isSize || Encoding.ASCII.GetString(body) is not [.. var digits, '\n'] || !Decimals.TryParse(digits, out var size))
        {
            return Only(CosigningResult.Unavailable);
        }
        return size == request.OldSize || size > Checkpoint.Parse(request.Checkpoint.Text).Size
            ? Only(CosigningResult.StopSigning)
            : new CosigningReply(CosigningResult.AskFromThere, [], size);
    }

    private static CosigningReply Only(CosigningResult result) => new(result, [], 0);
}
