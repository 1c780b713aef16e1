namespace Zhuoluo.Rooms.Projects;

/// <summary>
/// Where a project stands (rules B1). Completed is the unit's own word, accepted is another's, closed is after the public had its say:
/// three things that articles mix (rules B4.3). Early, on time and late are computed. Numbers are stored; never renumber.
/// </summary>
internal enum ProjectState
{
    /// <summary>Applied for, not yet looked at.</summary>
    Candidate = 1,

    /// <summary>In the library: looked at by the level above, on no list yet (row E07).</summary>
    Screened = 2,
    Listed = 3,
    Started = 4,

    /// <summary>A part is in use; a state of its own, never counted as completed.</summary>
    PartBuilt = 5,
    Completed = 6,
    Accepted = 7,
    Publicity = 8,
    Closed = 9,
    LookedBack = 10,
    Paused = 11,
    Cancelled = 12,
    NotEntered = 13,
}

internal static class ProjectStates
{
    /// <summary>Promised and not yet done: somebody owes progress reports.</summary>
    public static bool IsUnderWay(this ProjectState state) => state is ProjectState.Listed or ProjectState.Started or ProjectState.PartBuilt;

    /// <summary>The work is done, whoever has looked at it since.</summary>
    public static bool IsDone(this ProjectState state) => state is >= ProjectState.Completed and <= ProjectState.LookedBack;

    public static bool IsClosed(this ProjectState state) => state is ProjectState.Closed or ProjectState.LookedBack;

    /// <summary>Counts on its lists: not what was cancelled or never came onto one.</summary>
    public static bool IsPromised(this ProjectState state) => state is not (ProjectState.Candidate or ProjectState.Screened or ProjectState.Cancelled or ProjectState.NotEntered);

    public static string Tone(this ProjectState state) => state switch
    {
        ProjectState.Candidate or ProjectState.Screened => "plain",
        ProjectState.Paused or ProjectState.Publicity => "wait",
        ProjectState.Cancelled or ProjectState.NotEntered => "bad",
        _ when state.IsDone() => "good",
        _ => "busy",
    };
}

/// <summary>When the work was done beside the first day that was promised.</summary>
internal enum Punctuality { Open = 0, Early = 1, OnTime = 2, Late = 3 }
