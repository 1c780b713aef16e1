namespace Zhuoluo.Rooms.Projects;

/// <summary>What a unit tells of one period, once. A second one for the same period is a correction and says so.</summary>
/// <param name="ProjectId">Which.</param>
/// <param name="Period">Any day of the period.</param>
/// <param name="Done">Hundredths of a percent; more than 10,000 is lawful (rules B4.4).</param>
internal sealed record ReportProgress(long ProjectId, DateOnly Period, int Done)
{
    public const int LongestText = 1000;

    public string? Text { get; init; }
    public string? Problem { get; init; }
    public string? Needs { get; init; }
    public string? Next { get; init; }

    /// <summary>Set by who has seen the earlier report and wants to correct it.</summary>
    public bool IsCorrection { get; init; }
    public int ExpectedVersion { get; init; }
}
