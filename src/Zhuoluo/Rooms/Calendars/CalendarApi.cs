using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>The public API in this room's words: days of a year, and a deadline with its explanation.</summary>
internal static class CalendarApi
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/calendar/{year:int}", Year).Open().ForAnySite()
            .Tells("readYear", "Calendar", "The days of a year that are not as the week says, and how many are worked").Gives<YearTold>();
        app.MapGet("/api/v1/deadline", Deadline).Open().ForAnySite()
            .Tells("workOutDeadline", "Calendar", "A deadline, counted day by day").Asks(("start", "A day (then 09:00 in China) or an instant with offset."), ("limit", "Number and unit such as 5wd, 15d, 48h.")).Gives<DeadlineTold>().Refuses(422);
    }

    private static IResult Year(int year, CalendarsDoor door)
    {
        if (year is < WorkingCalendar.FirstYear or > WorkingCalendar.FinalYear)
        {
            return Results.NotFound();
        }
        var calendar = door.Calendar;
        var first = new DateOnly(year, 1, 1);
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => first.AddDays(i))
            .Select(day => (Day: day, Nature: calendar.NatureOf(day)))
            .Where(d => d.Nature.Kind is DayKind.Holiday or DayKind.MakeUp)
            .Select(d => new NamedDay(d.Day, Word(d.Nature.Kind), d.Nature.Name));
        return Results.Json(new YearTold(
            year, WorkingCalendar.TimeZone, !calendar.HasDataFor(year),
            Deadlines.WorkingDaysBetween(first.AddDays(-1), first.AddYears(1).AddDays(-1), calendar), [.. days]));
    }

    /// <summary><c>start</c> is a day (then 09:00 in China) or an instant with offset; <c>limit</c> such as 5wd.</summary>
    private static IResult Deadline(string? start, string? limit, HttpContext context, CalendarsDoor door, ActFactory acts)
    {
        if (!Limit.TryParse(limit, out var parsed))
        {
            return new LimitInvalid().Problem(context);
        }
        if (StartOf(start) is not { } from)
        {
            return new StartInvalid().Problem(context);
        }
        var answer = Deadlines.Compute(ClockRun.Plain(parsed, from), door.Calendar, acts.Now);
        return Results.Json(DeadlineTold.Of(from, parsed.ToString(), answer));
    }

    private static DateTimeOffset? StartOf(string? text)
    {
        DateTimeOffset? start = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), LocalDay.Offset)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
        return start is { Year: >= WorkingCalendar.FirstYear and <= WorkingCalendar.FinalYear } ? start : null;
    }

    internal static string Word(DayKind kind) => kind switch
    {
        DayKind.Weekday => "weekday",
        DayKind.Weekend => "weekend",
        DayKind.Holiday => "holiday",
        DayKind.MakeUp => "makeUp",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

internal sealed record YearTold(int Year, string TimeZone, bool Provisional, int WorkingDays, IReadOnlyList<NamedDay> Days);

internal sealed record NamedDay(DateOnly Day, string Kind, string? Name);

internal sealed record LimitInvalid() : Refusal("limit-invalid")
{
    public override string? Field => "limit";
}

internal sealed record StartInvalid() : Refusal("start-invalid")
{
    public override string? Field => "start";
}
