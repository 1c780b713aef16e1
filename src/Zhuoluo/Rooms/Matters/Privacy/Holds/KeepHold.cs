using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Privacy.Holds;

/// <summary>What is done to a legal hold. Asking and deciding are never by the same person.</summary>
internal enum HoldDeed { Ask = 1, Approve = 2, AskRelease = 3, Release = 4 }

internal sealed record KeepHold(long MatterId, HoldDeed Deed, string? Reason)
{
    public const int LongestReason = 500;
}

internal sealed record HoldChangedV1(HoldDeed Deed) : IEntry
{
    public static string Kind => "hold.changed";
    public static int Version => 1;
}
