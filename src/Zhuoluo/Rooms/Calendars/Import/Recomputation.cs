using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Calendars.Import;

/// <summary>
/// Lets every holder of deadlines compute them again after a notice arrived. What is still to be done stands in the version row,
/// so that a crash between import and recomputation loses nothing: the watch takes it up at the next start.
/// </summary>
internal sealed class Recomputation(
    Writer writer, CalendarsDoor door, IEnumerable<IDeadlineHolder> holders, IDbContextFactory<ZhuoluoContext> reads)
{
    /// <summary>Returns how many deadlines moved.</summary>
    public async Task<int> RunAsync(Act act, CancellationToken cancel)
    {
        await door.RefreshAsync(cancel);
        await using var db = await reads.CreateDbContextAsync(cancel);
        var version = await db.Set<CalendarVersion>().SingleAsync(v => v.Id == CalendarVersion.TheOne, cancel);
        if (version.RecomputedTo >= version.Number)
        {
            return 0;
        }
        var moved = 0;
        foreach (var holder in holders)
        {
            moved += await holder.RecomputeAsync(door.Calendar, act, cancel);
        }
        await writer.WriteAsync<Done>(act, async work =>
        {
            var row = await work.Db.Set<CalendarVersion>().SingleAsync(v => v.Id == CalendarVersion.TheOne, cancel);
            row.RecomputedTo = Math.Max(row.RecomputedTo, version.Number);
            return Done.Value;
        }, cancel);
        return moved;
    }
}
