namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// Where a matter stands (rules A2). Where it stands and what came of it (<see cref="MatterOutcome"/>) are two things everywhere:
/// closed is not solved. Numbers are stored; never renumber.
/// </summary>
internal enum MatterState
{
    Registered = 1,
    DeclineProposed = 2,
    AwaitingAssignment = 3,
    AwaitingSignature = 4,
    ReturnDisputed = 5,
    InProgress = 6,
    AwaitingRequester = 7,
    Suspended = 8,
    AwaitingReview = 9,
    AwaitingCallBack = 10,
    Escalated = 11,
    Closed = 12,
    Declined = 13,
    Transferred = 14,
    Merged = 15,
    Repeated = 16,
    Withdrawn = 17,
}

internal static class MatterStates
{
    /// <summary>Somebody still owes something. A suspended matter is open: suspension is no closure (rules A2.12).</summary>
    public static bool IsOpen(this MatterState state) => state < MatterState.Closed;

    public static IReadOnlyList<MatterState> Open { get; } = [.. Enum.GetValues<MatterState>().Where(IsOpen)];
}

/// <summary>What came of it. Only <see cref="Solved"/> counts as solved.</summary>
internal enum MatterOutcome
{
    None = 0,
    Solved = 1,
    PartlySolved = 2,
    Explained = 3,
    NotPossible = 4,
}
