using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Publish;

/// <summary>An editor has checked a text and the public may read it.</summary>
internal sealed record MatterPublishedV1(MatterKind MatterKind, Code Town) : IEntry
{
    public static string Kind => "matter.published";
    public static int Version => 1;
}

/// <summary>An editor decided that it is not shown, or no longer.</summary>
internal sealed record MatterWithheldV1(MatterKind? MatterKind, Code Town) : IEntry
{
    public static string Kind => "matter.withheld";
    public static int Version => 1;
}
