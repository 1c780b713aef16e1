using System.Diagnostics.CodeAnalysis;

namespace Zhuoluo.Ledger.Notes;

/// <summary>What a policy says of a note.</summary>
/// <param name="Fault">Why it is not trusted, or none.</param>
/// <param name="Checkpoint">What it says; null when it is no checkpoint. Trusted only without a fault.</param>
/// <param name="Signers">The known keys whose signatures are right.</param>
public sealed record CheckpointVerdict(CheckpointFault Fault, Checkpoint? Checkpoint, IReadOnlyList<VerifierKey> Signers)
{
    /// <summary>Whether it is trusted.</summary>
    [MemberNotNullWhen(true, nameof(Checkpoint))]
    public bool IsTrusted => Fault == CheckpointFault.None && Checkpoint is not null;
}
