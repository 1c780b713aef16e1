using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>When a calendar changes, every running clock is computed again from its facts.</summary>
internal sealed class RecomputeDeadlines(Writer writer, CalendarsDoor calendars) : IDeadlineHolder
{
    private const int MattersAtOnce = 500;

    public async Task<int> RecomputeAsync(WorkingCalendar calendar, Act act, CancellationToken cancel)
    {
        var moved = 0;
        for (var after = 0L; ;)
        {
            var outcome = await writer.WriteAsync<(int Moved, long Last)>(act, work => TurnAsync(work.Db, calendar, after, act.At, cancel), cancel);
            var (turned, last) = outcome.Match(done => done, _ => (0, 0));
            moved += turned;
            if (last == 0)
            {
                return moved;
            }
            after = last;
        }
    }

    private async Task<Outcome<(int Moved, long Last)>> TurnAsync(ZhuoluoContext db, WorkingCalendar calendar, long after, DateTimeOffset now, CancellationToken cancel)
    {
        var matters = await db.Set<Matter>().Where(m => m.IsOpen && m.Id > after).OrderBy(m => m.Id).Take(MattersAtOnce).ToListAsync(cancel);
        if (matters.Count == 0)
        {
            return (0, 0L);
        }
        var ids = matters.ConvertAll(m => m.Id);
        var clocks = (await db.Set<Clock>().Where(c => ids.Contains(c.MatterId) && c.StoppedAt == null).OrderBy(c => c.Id).ToListAsync(cancel)).ToLookup(c => c.MatterId);
        var pauses = (await db.Set<ClockPause>().AsNoTracking().Where(p => ids.Contains(p.MatterId)).OrderBy(p => p.Id).ToListAsync(cancel)).ToLookup(p => p.MatterId);
        var extensions = (await db.Set<ClockExtension>().AsNoTracking().Where(e => ids.Contains(e.MatterId)).OrderBy(e => e.Id).ToListAsync(cancel)).ToLookup(e => e.MatterId);
        var moved = matters.Count(m => Show(m, [.. clocks[m.Id]], [.. pauses[m.Id]], [.. extensions[m.Id]], calendar, now));
        return (moved, ids[^1]);
    }

    private bool Show(Matter matter, Clock[] clocks, ClockPause[] pauses, ClockExtension[] extensions, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (MatterClocks.Running(clocks) is not { } clock)
        {
            return false;
        }
        var before = (matter.DueAt, matter.IsDueProvisional);
        MatterClocks.Show(matter, clocks, pauses, extensions, calendar.EndingAt(calendars.Profile(clock.ProfileCode).DayEnd), now);
        return before != (matter.DueAt, matter.IsDueProvisional);
    }
}
