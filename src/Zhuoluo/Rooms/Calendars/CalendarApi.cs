using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>The public API in this room's words: days of a year, and a deadline with its explanation.</summary>
internal static class CalendarApi
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/calendar/{year:int}", Year).Open();
        app.MapGet("/api/v1/deadline", Deadline).Open();
    }

    private static IResult Year(int year, CalendarsDoor door)
    {
        if (year is < WorkingCalendar.FirstYear or > WorkingCalendar.FinalYear)
        {
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        }
        var calendar = door.Calendar;
        var first = new DateOnly(year, 1, 1);
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => first.AddDays(i))
            .Select(day => (Day: day, Nature: calendar.NatureOf(day)))
            .Where(d => d.Nature.Kind is DayKind.Holiday or DayKind.MakeUp)
            .Select(d => new { day = d.Day, kind = Word(d.Nature.Kind), name = d.Nature.Name });
        return Results.Json(new
        {
            year,
            timeZone = WorkingCalendar.TimeZone,
            provisional = !calendar.HasDataFor(year),
            workingDays = Deadlines.WorkingDaysBetween(first.AddDays(-1), first.AddYears(1).AddDays(-1), calendar),
            days,
        });
    }

    /// <summary><c>start</c> is a day (then 09:00 in China) or an instant with offset; <c>limit</c> such as 5wd.</summary>
    private static IResult Deadline(string? start, string? limit, CalendarsDoor door, ActFactory acts)
    {
        if (!Limit.TryParse(limit, out var parsed))
        {
            return Refused("limit-invalid");
        }
        if (StartOf(start) is not { } from)
        {
            return Refused("start-invalid");
        }
        var answer = Deadlines.Compute(ClockRun.Plain(parsed, from), door.Calendar, acts.Now);
        return Results.Json(new
        {
            start = from.ToOffset(LocalDay.Offset),
            limit = parsed.ToString(),
            due = answer.Due.ToOffset(LocalDay.Offset),
            dueDay = answer.DueDay,
            provisional = answer.IsProvisional,
            days = answer.Days.Select(d => new
            {
                day = d.Day,
                number = d.Number,
                kind = Word(d.Nature.Kind),
                name = d.Nature.Name,
                reason = d.Reason[DayReason.Prefix.Length..],
                minutes = d.Minutes,
            }),
        });
    }

    private static DateTimeOffset? StartOf(string? text)
    {
        DateTimeOffset? start = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), LocalDay.Offset)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
        return start is { Year: >= WorkingCalendar.FirstYear and <= WorkingCalendar.FinalYear } ? start : null;
    }

    private static IResult Refused(string code) => Results.Problem(
        statusCode: StatusCodes.Status422UnprocessableEntity, extensions: new Dictionary<string, object?> { ["code"] = code });

    private static string Word(DayKind kind) => kind switch
    {
        DayKind.Weekday => "weekday",
        DayKind.Weekend => "weekend",
        DayKind.Holiday => "holiday",
        DayKind.MakeUp => "makeUp",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
