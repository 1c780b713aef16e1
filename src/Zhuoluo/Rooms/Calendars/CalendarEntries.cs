using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>A holiday notice was taken in.</summary>
internal sealed record CalendarImportedV1(int Year, int Holidays, int MakeUpDays) : IEntry
{
    public static string Kind => "calendar.imported";
    public static int Version => 1;
}

/// <summary>A deadline profile got a new edition.</summary>
internal sealed record ProfileChangedV1(Code Profile, int Edition, int Rows) : IEntry
{
    public static string Kind => "profile.changed";
    public static int Version => 1;
}
