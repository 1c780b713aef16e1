using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Alike;

/// <summary>A requester says that it is the same as a published matter; a person still decides whether they are handled together.</summary>
internal sealed record MatterJoinedV1(bool IsOtherOpen) : IEntry
{
    public static string Kind => "matter.joined";
    public static int Version => 1;
}
