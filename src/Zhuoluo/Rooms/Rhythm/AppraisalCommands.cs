namespace Zhuoluo.Rooms.Rhythm;

/// <summary>A sheet over the quarter or year in which the day lies, counted now.</summary>
/// <param name="Kind">Quarter or year.</param>
/// <param name="OfficeId">Who issues it.</param>
/// <param name="Day">Any day of the period.</param>
/// <param name="Title">As people call it.</param>
/// <param name="UnitIds">Who stands on it; all that have anything to count where none is named.</param>
internal sealed record DraftAppraisal(AppraisalKind Kind, long OfficeId, DateOnly Day, string? Title, IReadOnlyList<long> UnitIds)
{
    public long? BeatId { get; init; }

    /// <summary>The issued one that it corrects; kind, office and period are then that one's.</summary>
    public long? CorrectsId { get; init; }
}

internal sealed record WriteAppraisal(long Id, int Version, string? Title, string? Summary);

internal sealed record RecountAppraisal(long Id, int Version);

internal sealed record IssueAppraisal(long Id, int Version);

/// <summary>What is said of one unit on a draft; said again it takes the place of what was there, and an empty text takes it away.</summary>
internal sealed record RemarkOnUnit(long AppraisalId, long UnitId, string? Text);

internal sealed record AnswerRemark(long Id, string? Text);

/// <summary>A talk with whoever answers for a unit: by post, never by name. What is to be put right becomes decisions.</summary>
internal sealed record HoldTalk(long UnitId, long OfficeId, DateOnly On, string? WithPost, string? ByPost, string? Reasons, IReadOnlyList<TalkItem> Items)
{
    public long? AppraisalId { get; init; }
    public long? BeatId { get; init; }
}

internal sealed record TalkItem(string? Text, DateOnly? DueOn);
