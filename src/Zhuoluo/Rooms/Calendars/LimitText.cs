using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>A limit in words: "5 个工作日", "at once".</summary>
internal static class LimitText
{
    public static string In(Texts texts, Limit limit) => limit switch
    {
        { Number: 0, Unit: LimitUnit.NaturalHour or LimitUnit.OfficeHour } => texts["cal.limit.at-once"],
        { Number: 0 } => texts["cal.limit.same-day"],
        _ => texts[$"cal.limit.{(int)limit.Unit}", limit.Number],
    };
}
