using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.DueCalendar;

/// <summary>What falls due when. Only what runs: what is paused or suspended has no day.</summary>
internal sealed class DueQuery(ZhuoluoContext db)
{
    /// <summary>How many fall due on each day of a month.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, int>> PerDayAsync(YearMonth month, Whose whose, Viewer viewer, Catalogue catalogue, CancellationToken cancel)
    {
        var (from, to) = (MatterWhere.DayStart(month.First), MatterWhere.DayStart(month.Last.AddDays(1)));
        var dues = await db.Matching(MatterFilter.All with { Whose = whose }, viewer, catalogue)
            .Where(m => m.IsOpen && !m.IsPaused && m.State != MatterState.Suspended && m.DueAt > from && m.DueAt <= to).Select(m => m.DueAt).ToListAsync(cancel);
        return dues.GroupBy(d => RowsShown.DayOf(d!.Value)).ToDictionary(g => g.Key, g => g.Count());
    }

    /// <summary>
    /// For a calendar program: the nearest deadlines of one's own units. It leaves the house, so it holds no confidential matter, not even for
    /// those who may see it, no title and no name.
    /// </summary>
    public async Task<IReadOnlyList<MatterRow>> NearestAsync(Viewer viewer, Catalogue catalogue, int most, CancellationToken cancel) =>
        await MatterRow.From(db.Matching(MatterFilter.All with { Whose = Whose.Unit, IsConfidential = false }, viewer, catalogue)
            .Where(m => m.IsOpen && !m.IsPaused && m.State != MatterState.Suspended && m.DueAt != null)
            .OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(most)).ToListAsync(cancel);

    /// <summary>The person of a feed as actor; null when it ended or the person is no longer active.</summary>
    public async Task<Actor?> OwnerAsync(long feedId, Staff staff, DateTimeOffset at, CancellationToken cancel)
    {
        var person = await db.Set<CalendarFeed>().Where(f => f.Id == feedId)
            .Join(db.Set<Person>().Where(p => p.IsActive), f => f.PersonId, p => p.Id, (_, p) => (long?)p.Id).SingleOrDefaultAsync(cancel);
        return person is { } id && await staff.ActorAsync(id, at, cancel) is { } actor && Permissions.May(actor, Capability.SeeMatters) ? actor : null;
    }
}
