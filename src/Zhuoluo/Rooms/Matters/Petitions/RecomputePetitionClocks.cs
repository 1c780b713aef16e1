using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>When a calendar changes, the petition's own running clocks are counted again; those of the matter go with the matter's.</summary>
internal sealed class RecomputePetitionClocks(Writer writer, PetitionLimits limits) : IDeadlineHolder
{
    public async Task<int> RecomputeAsync(WorkingCalendar calendar, Act act, CancellationToken cancel) =>
        (await writer.WriteAsync<int>(act, async work =>
        {
            var running = await work.Db.Set<PetitionClock>().Where(c => c.StoppedAt == null).ToListAsync(cancel);
            var ends = calendar.EndingAt(limits.DayEnd);
            return running.Count(c => c.Show(ends, act.At));
        }, cancel)).Match(moved => moved, _ => 0);
}
