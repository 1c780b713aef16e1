using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Drives;

internal sealed record DriveOpenedV1(Code Drive, DriveKind DriveKind, DateOnly From, DateOnly? To) : IEntry
{
    public static string Kind => "drive.opened";
    public static int Version => 1;
}

/// <summary>Name, period or labels of a drive changed.</summary>
internal sealed record DriveChangedV1(Code Drive, DateOnly From, DateOnly? To) : IEntry
{
    public static string Kind => "drive.changed";
    public static int Version => 1;
}
