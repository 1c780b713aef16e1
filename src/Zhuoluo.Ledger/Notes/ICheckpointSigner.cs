namespace Zhuoluo.Ledger.Notes;

/// <summary>
/// Makes a signature line for a checkpoint. Takes the whole checkpoint and not its text only, so that kinds that sign a structure of name,
/// origin, size and root (ML-DSA-44, 0x06) can be added (ledger.md section 4.4).
/// </summary>
public interface ICheckpointSigner
{
    /// <summary>The key with which the line can be checked.</summary>
    VerifierKey Verifier { get; }

    /// <summary>Signs. Never before what it covers was committed and read back (ledger.md section 8, rule 5): a signature that leaks over a tree that was rolled back is a fork for ever.</summary>
    NoteSignature Sign(Checkpoint checkpoint, DateTimeOffset at);
}
