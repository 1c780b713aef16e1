using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Terms;

/// <summary>Words of topics were added, changed or removed.</summary>
internal sealed record TermChangedV1(int Added, int Changed, int Removed) : IEntry
{
    public static string Kind => "term.changed";
    public static int Version => 1;
}
