using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Receipts;

namespace Zhuoluo.Rooms.Proofs.Check;

/// <summary>What came of checking a receipt, step by step. The script of the page comes to the same words by its own way.</summary>
/// <param name="Steps">In the order of ledger.md section 4.5, the ledger of today last.</param>
internal sealed record CheckReport(IReadOnlyList<CheckStep> Steps)
{
    /// <summary>Null when the file is none.</summary>
    public Receipt? Receipt { get; init; }

    /// <summary>What the receipt's checkpoint says; to be believed only when its step passed.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>Who signed it, of those that are known here.</summary>
    public IReadOnlyList<VerifierKey> Signers { get; init; } = [];

    /// <summary>The entry, once it is proved; null before, and when it is not written as those of this ledger.</summary>
    public LoggedEntry? Entry { get; init; }

    /// <summary>Whether the entry is proved to stand in the log, whatever it says.</summary>
    public bool HasPlace => Steps.Any(s => s is { Name: StepName.Place, State: StepState.Passed });

    /// <summary>Entries in the ledger of today; null when it was not read.</summary>
    public long? Today { get; init; }

    public Verdict Verdict => Steps.Any(s => s.State == StepState.Failed) ? Verdict.Refused
        : Steps.Any(s => s.State == StepState.Undone) ? Verdict.Open
        : Verdict.Proved;
}

/// <summary>One step: whether it passed, and if not by which word.</summary>
internal sealed record CheckStep(StepName Name, StepState State, string? Fault = null);

internal enum StepName { File, Signature, Place, Words, Today }

internal enum StepState { Passed, Failed, Undone }

internal enum Verdict { Proved, Refused, Open }
