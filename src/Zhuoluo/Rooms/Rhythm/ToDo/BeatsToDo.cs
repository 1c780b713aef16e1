using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm.ToDo;

/// <summary>What cadences ask for, of those units for which somebody answers.</summary>
internal sealed class BeatsToDo(Texts texts) : IToDo
{
    private const int DaysAhead = 7;

    public async Task<ToDoPart> NowAsync(ZhuoluoContext db, ToDoAsk ask, CancellationToken cancel)
    {
        var until = ask.Today.AddDays(DaysAhead);
        var beats = db.Set<Beat>().AsNoTracking().Where(b => b.DoneOn == null && b.DueOn <= until);
        if (RhythmScope.UnitsOf(ask.Who, ask.Offices) is { } units)
        {
            if (units.Count == 0)
            {
                return ToDoPart.None(ToDoKind.Beat);
            }
            beats = beats.Where(b => units.Contains(b.UnitId));
        }
        var rows = await beats.Join(db.Set<Cadence>(), b => b.CadenceId, c => c.Id, (b, c) => new { b, c.Code, c.Every }).OrderBy(x => x.b.DueOn).ThenBy(x => x.b.Id).Take(ask.Most).ToListAsync(cancel);
        return new ToDoPart(
            ToDoKind.Beat,
            rows.ConvertAll(x => new ToDoLine(
                x.b.Id, ToDoKind.Beat, $"{texts.Show(x.b.Name)} {texts.Period(x.Every, x.b.Period)}", $"/rhythm/cadences/{x.Code}?period={RhythmNames.Written(x.b.Period)}",
                x.b.UnitId, x.b.DueOn, texts.State(x.b.StateOn(ask.Today)), x.b.StateOn(ask.Today).Tone())),
            await beats.LongCountAsync(cancel));
    }

    /// <summary>Meetings to come and steps due. A unit is told of those meetings on whose paper something of it stands (rules D1.2).</summary>
    public async Task<IReadOnlyList<ToDoDay>> DaysAsync(ZhuoluoContext db, ToDoAsk ask, CancellationToken cancel)
    {
        if (!Permissions.May(ask.Who, Capability.SeeRhythm))
        {
            return [];
        }
        var (units, today) = (RhythmScope.UnitsOf(ask.Who, ask.Offices), ask.Today);
        var meetings = await Invited(db, units, today).OrderBy(m => m.On).ThenBy(m => m.Id).Take(ask.Most).ToListAsync(cancel);
        var open = db.Set<Beat>().AsNoTracking().Where(b => b.DoneOn == null);
        open = units is null ? open : open.Where(b => units.Contains(b.UnitId));
        var beats = await open.OrderBy(b => b.DueOn).ThenBy(b => b.Id).Take(ask.Most).ToListAsync(cancel);
        return
        [
            .. meetings.Select(m => new ToDoDay($"meeting-{m.Id}", m.On, $"{texts.Kind(m.Kind)} {texts.UnitName(ask.Offices, m.OfficeId)}", $"/rhythm/meetings/{m.Id}", m.ChangedAt)),
            .. beats.Select(b => new ToDoDay($"beat-{b.Id}", b.DueOn, $"{texts.Kind(b.Kind)} {texts.UnitName(ask.Offices, b.UnitId)} {texts.State(b.StateOn(today))}", "/rhythm", StartOf(b.Period))),
        ];
    }

    // Who only reads gets all of them, as on the page.
    private static IQueryable<Meeting> Invited(ZhuoluoContext db, IReadOnlyList<long>? units, DateOnly today)
    {
        var planned = db.Set<Meeting>().AsNoTracking().Where(m => m.HeldOn == null && m.CancelledOn == null && m.On >= today);
        return units is null or { Count: 0 } ? planned : planned.Where(m => units.Contains(m.OfficeId)
            || db.Set<Decision>().Any(d => d.DoneOn == null && units.Contains(d.UnitId) && db.Set<Meeting>().Any(e => e.Id == d.MeetingId && e.OfficeId == m.OfficeId && e.ProgrammeId == m.ProgrammeId))
            || db.Set<Project>().Any(p => units.Contains(p.LeadUnitId) && (p.Light == ProjectLight.Red || p.Light == ProjectLight.Yellow)
                && (m.ProgrammeId == null || db.Set<Listing>().Any(l => l.ProjectId == p.Id && l.ProgrammeId == m.ProgrammeId && l.RemovedOn == null))));
    }

    internal static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), LocalDay.Offset).ToUniversalTime();
}
