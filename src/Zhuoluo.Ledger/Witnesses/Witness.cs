using Zhuoluo.Ledger.Notes;

namespace Zhuoluo.Ledger.Witnesses;

/// <summary>
/// A witness: cosigns a checkpoint only when it follows from the one it cosigned before, so that a log that shows different trees to different
/// people needs its help (C2SP tlog-witness). Looking, remembering and answering are one step for one request at a time; the memory is durable
/// before the answer goes out. One process a memory.
/// </summary>
public sealed class Witness(TrustPolicy logs, IWitnessMemory memory, ICheckpointSigner key) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Answers one request.</summary>
    /// <param name="body">Of the request.</param>
    /// <param name="at">Now; stands in the cosignature.</param>
    /// <param name="cancel">Gives up, before anything is remembered.</param>
    public async Task<WitnessAnswer> AddAsync(ReadOnlyMemory<byte> body, DateTimeOffset at, CancellationToken cancel)
    {
        AddCheckpoint request;
        Checkpoint next;
        try
        {
            request = AddCheckpoint.Parse(body.Span);
            next = Checkpoint.Parse(request.Checkpoint.Text);
        }
        catch (FormatException fault)
        {
            return new WitnessAnswer(WitnessStatus.Malformed, WitnessAnswer.TextType, fault.Message + "\n");
        }
        await _one.WaitAsync(cancel);
        try
        {
            var last = await memory.ReadAsync(next.Origin, cancel) is { } note ? Checkpoint.Parse(note.Text) : null;
            var status = WitnessRules.Decide(request, logs, last);
            if (status == WitnessStatus.Conflict)
            {
                return new WitnessAnswer(status, WitnessAnswer.SizeType, Decimals.Format(last?.Size ?? 0) + "\n");
            }
            if (status != WitnessStatus.Cosigned)
            {
                return new WitnessAnswer(status, WitnessAnswer.TextType, "");
            }
            await memory.KeepAsync(next.Origin, request.Checkpoint, CancellationToken.None);
            // On disk: the new checkpoint. A crash here loses an answer; the log asks again with this size as the old one.
            return new WitnessAnswer(status, WitnessAnswer.TextType, key.Sign(next, at) + "\n");
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Frees the lock.</summary>
    public void Dispose() => _one.Dispose();
}
