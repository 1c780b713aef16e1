using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Witnesses;

/// <summary>What a witness decides, in the order of C2SP tlog-witness, "add-checkpoint". Pure: what it remembers comes in, and what it will remember goes out.</summary>
public static class WitnessRules
{
    /// <summary>Decides on a request.</summary>
    /// <param name="request">What the log sent.</param>
    /// <param name="logs">The keys of the logs that are witnessed; the quorum of the policy is not asked.</param>
    /// <param name="last">The checkpoint of this log that was cosigned last; null when none was.</param>
    public static WitnessStatus Decide(AddCheckpoint request, TrustPolicy logs, Checkpoint? last)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(logs);
        var verdict = logs.Check(request.Checkpoint);
        if (verdict.Checkpoint is not { } next)
        {
            return WitnessStatus.Malformed;
        }
        if (verdict.Fault == CheckpointFault.UnknownOrigin)
        {
            return WitnessStatus.UnknownLog;
        }
        if (verdict.Fault is not (CheckpointFault.None or CheckpointFault.NoQuorum))
        {
            return WitnessStatus.NotSigned;
        }
        if (request.OldSize > next.Size)
        {
            return WitnessStatus.Malformed;
        }
        var (size, root) = last is null ? (0, TreeHash.Empty) : (last.Size, last.Root);
        if (request.OldSize != size || (size == next.Size && root != next.Root))
        {
            return WitnessStatus.Conflict;
        }
        TreeHash[] proof = [.. request.Proof];
        return ConsistencyProof.Verify(size, next.Size, proof, root, next.Root) ? WitnessStatus.Cosigned : WitnessStatus.Inconsistent;
    }
}
