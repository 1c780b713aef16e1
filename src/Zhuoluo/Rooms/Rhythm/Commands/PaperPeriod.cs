using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;

namespace Zhuoluo.Rooms.Rhythm.Commands;

/// <summary>Days as they are written at a terminal; the words are for jobs that do not know what day it is.</summary>
internal static class PaperPeriod
{
    public const string Written = "2021, 2021-03, 2021-01-01..2021-06-30, last-week (Monday to Sunday) or last-month";
    private const int Week = 7;

    public static Outcome<FigureScope> Read(string? typed, DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + Week - (int)DayOfWeek.Monday) % Week));
        var first = today.AddDays(1 - today.Day);
        return typed switch
        {
            "last-week" => new FigureScope { From = monday.AddDays(-Week), To = monday.AddDays(-1) },
            "last-month" => new FigureScope { From = first.AddMonths(-1), To = first.AddDays(-1) },
            _ => FigureScope.Period(typed),
        };
    }
}
