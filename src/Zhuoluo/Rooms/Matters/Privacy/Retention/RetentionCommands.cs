using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Privacy.Retention;

/// <summary>Somebody decides on a list that the job proposed.</summary>
internal sealed record DecideRetention(long RunId, bool IsApproved, string? Note);

internal sealed record RetentionProposedV1(int Matters, DateOnly AsOf) : IEntry
{
    public static string Kind => "retention.proposed";
    public static int Version => 1;
}

internal sealed record RetentionDecidedV1(bool IsApproved, int Matters) : IEntry
{
    public static string Kind => "retention.decided";
    public static int Version => 1;
}

/// <summary>A list was worked off; skipped ones were under a legal hold or open again.</summary>
internal sealed record RetentionDoneV1(int Erased, int Skipped) : IEntry
{
    public static string Kind => "retention.done";
    public static int Version => 1;
}
