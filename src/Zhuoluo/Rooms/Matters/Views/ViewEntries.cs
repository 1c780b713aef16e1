using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Views;

/// <summary>Somebody kept a list to come back to.</summary>
internal sealed record ViewSavedV1(bool IsShared) : IEntry
{
    public static string Kind => "view.saved";
    public static int Version => 1;
}

/// <summary>Somebody took a kept list away.</summary>
internal sealed record ViewRemovedV1(bool WasShared) : IEntry
{
    public static string Kind => "view.removed";
    public static int Version => 1;
}

/// <summary>Somebody set how dense lists are.</summary>
internal sealed record ViewAdjustedV1(bool IsDense) : IEntry
{
    public static string Kind => "view.adjusted";
    public static int Version => 1;
}
