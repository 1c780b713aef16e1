using System.Buffers.Binary;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Stores;

namespace Zhuoluo.Verify;

/// <summary>What every command works with.</summary>
internal sealed record Job(TrustPolicy Policy, Report Report, Func<string, ITileSource> Open, CancellationToken Cancel)
{
    /// <summary>Reads the newest checkpoint of a log and says what it is; null with the verdict when it is not to be trusted.</summary>
    public async Task<(SignedNote Note, Checkpoint Checkpoint)?> HeadAsync(ITileSource source, Action<Verdict> fail)
    {
        if (await source.ReadCheckpointAsync(Cancel) is not { } bytes)
        {
            Report.Say("checkpoint.none");
            fail(Verdict.CouldNotTell);
            return null;
        }
        var note = SignedNote.Parse(bytes);
        if (Trusted(note, fail) is not { } checkpoint)
        {
            return null;
        }
        return (note, checkpoint);
    }

    /// <summary>Says what a note is and who signed it; null with the verdict when it is not to be trusted.</summary>
    public Checkpoint? Trusted(SignedNote note, Action<Verdict> fail)
    {
        var verdict = Policy.Check(note);
        if (verdict.Checkpoint is { } said)
        {
            Report.Say("checkpoint.is", said.Origin, said.Size, said.Root.ToString());
        }
        if (!verdict.IsTrusted)
        {
            Report.Say($"checkpoint.{verdict.Fault}", verdict.Checkpoint?.Origin);
            fail(verdict.Fault == CheckpointFault.UnknownOrigin ? Verdict.CouldNotTell : Verdict.Wrong);
            return null;
        }
        foreach (var key in verdict.Signers)
        {
            SayWho(note, key);
        }
        return verdict.Checkpoint;
    }

    private void SayWho(SignedNote note, VerifierKey key)
    {
        if (key.Kind == KeyKind.Signature)
        {
            Report.Say("checkpoint.signed", key.Name);
            return;
        }
        var seconds = BinaryPrimitives.ReadInt64BigEndian(note.Signatures.First(key.Made).Signature.Span);
        // The year 9999; a later one is nobody's clock.
        Report.Say("checkpoint.cosigned", key.Name, seconds <= 253_402_300_799 ? $"{DateTimeOffset.FromUnixTimeSeconds(seconds):yyyy-MM-dd HH:mm:ss}" : "?");
    }
}
