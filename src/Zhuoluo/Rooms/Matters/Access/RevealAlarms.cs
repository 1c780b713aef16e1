using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Access;

/// <summary>A reveal is one that somebody should ask about; why, as flags.</summary>
internal sealed record RevealAlarmedV1(int Causes) : IEntry
{
    public static string Kind => "reveal.alarmed";
    public static int Version => 1;
}

/// <summary>Looks at each reveal as it happens (rules F5.2): many in a short time, outside the own work, outside office hours.</summary>
internal sealed class RevealAlarms(CalendarsDoor calendars, Offices offices)
{
    public const int Many = 10;
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public async Task LookAsync(Work work, Matter matter, CancellationToken cancel)
    {
        var act = work.Act;
        if (act.Who.PersonId is not { } person)
        {
            return;
        }
        var since = act.At - Window;
        var count = 1 + await work.Db.Set<ContactReveal>().CountAsync(r => r.PersonId == person && r.At > since, cancel);
        var causes = CausesOf(count, OwnWork.Is(matter, act.Who, offices.Current), act.At, calendars.Calendar);
        if (causes == AlarmCauses.None)
        {
            return;
        }
        var id = act.NewId();
        work.Db.Add(new RevealAlarm
        {
            Id = id,
            MatterId = matter.Id,
            PersonId = person,
            PersonName = act.Who.Name,
            At = act.At,
            Causes = causes,
            Count = count,
        });
        AlarmNotices.Tell(work, NoticeKind.RevealAlarm, id, string.Create(CultureInfo.InvariantCulture, $"reveal/{id}"), matter.Id, person);
        work.Record(new RevealAlarmedV1((int)causes), new Subject("matter", matter.Id));
    }

    public static AlarmCauses CausesOf(int count, bool isOwnWork, DateTimeOffset at, WorkingCalendar calendar) =>
        (count > Many ? AlarmCauses.Many : AlarmCauses.None)
        | (isOwnWork ? AlarmCauses.None : AlarmCauses.OutsideWork)
        | (IsOfficeTime(at, calendar) ? AlarmCauses.None : AlarmCauses.OutsideHours);

    private static bool IsOfficeTime(DateTimeOffset at, WorkingCalendar calendar)
    {
        var local = at.ToOffset(LocalDay.Offset);
        var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        return calendar.IsWorking(day) && calendar.OfficeHours.On(day).Open.Any(s => s.From <= time && time < s.To);
    }
}
