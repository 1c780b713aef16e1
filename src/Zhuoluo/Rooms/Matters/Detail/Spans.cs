using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Detail;

/// <summary>Lengths of time as people say them.</summary>
internal static class Spans
{
    public static string Span(this Texts texts, TimeSpan length) => length switch
    {
        { TotalMinutes: < 1 } => texts["matters.span.moment"],
        { TotalHours: < 1 } => texts["matters.span.minutes", (int)length.TotalMinutes],
        { TotalDays: < 1 } => texts["matters.span.hours", (int)length.TotalHours],
        { TotalDays: < 3 } when length.Hours > 0 => texts["matters.span.days-hours", (int)length.TotalDays, length.Hours],
        _ => texts["matters.span.days", (int)length.TotalDays],
    };
}
