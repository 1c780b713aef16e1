namespace Zhuoluo.Rooms.Rhythm;

/// <summary>
/// A talk with a unit that fell short (row F05): with which post, by which post, why. What is to be put right stands as decisions of the meeting that it
/// was, and is followed to its end like all of them.
/// </summary>
internal sealed class Talk
{
    public const int LongestPost = 40;
    public const int LongestReasons = 1000;
    public const int MostItems = 10;

    public required long Id { get; init; }
    public required long MeetingId { get; init; }
    public required long UnitId { get; init; }
    public required string WithPost { get; init; }
    public required string ByPost { get; init; }
    public required DateOnly On { get; init; }
    public required string Reasons { get; init; }

    /// <summary>The sheet that led to it.</summary>
    public long? AppraisalId { get; init; }
    public required string RecordedByName { get; init; }
}
