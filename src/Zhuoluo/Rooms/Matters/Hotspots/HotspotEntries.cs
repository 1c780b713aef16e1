using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Hotspots;

/// <param name="Month">yyyymm.</param>
/// <param name="Town">Where.</param>
/// <param name="Category">The topic.</param>
/// <param name="Unit">Who looks for the cause.</param>
/// <param name="DueOn">Until when.</param>
internal sealed record HotspotGivenV1(int Month, Code Town, Code Category, Code? Unit, DateOnly DueOn) : IEntry
{
    public static string Kind => "hotspot.given";
    public static int Version => 1;
}

internal sealed record HotspotDoneV1(int Month, Code Town, Code Category, Code? Unit) : IEntry
{
    public static string Kind => "hotspot.done";
    public static int Version => 1;
}
