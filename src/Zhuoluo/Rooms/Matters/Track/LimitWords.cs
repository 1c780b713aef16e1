using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Rooms.Matters.Track;

/// <summary>A limit such as 5wd in words: text key and number.</summary>
internal static class LimitWords
{
    public static string Key(string limit) => Limit.Parse(limit).Unit switch
    {
        LimitUnit.WorkingDay => "res.limit.working-days",
        LimitUnit.NaturalDay => "res.limit.days",
        LimitUnit.OfficeHour => "res.limit.office-hours",
        _ => "res.limit.hours",
    };

    public static int Number(string limit) => Limit.Parse(limit).Number;
}
