using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Rate;

/// <summary>A requester judged a round. Of a confidential matter without its kind and with the county only.</summary>
internal sealed record MatterRatedV1(MatterKind? MatterKind, Code Town, int Grade, bool? IsSolved) : IEntry
{
    public static string Kind => "matter.rated";
    public static int Version => 1;
}
