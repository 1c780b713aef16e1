using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;

namespace Zhuoluo.Rooms.Matters.Alike;

/// <summary>The same topic at the same place within twelve months, raised again after an earlier one was closed (rules A5.4).</summary>
/// <param name="PlaceCode">The finest known place.</param>
/// <param name="CategoryCode">The topic.</param>
/// <param name="Times">How many in the twelve months.</param>
/// <param name="Open">How many of them are still open.</param>
/// <param name="LastOn">When the last was raised.</param>
internal sealed record Recurrence(string PlaceCode, string CategoryCode, int Times, int Open, DateOnly LastOn)
{
    public const int Months = 12;

    /// <summary>The third time is no chance any more.</summary>
    public const int Telling = 3;

    /// <summary>Exactly the records that are counted.</summary>
    public static MatterFilter FilterOf(string place, string category, DateOnly until) => MatterFilter.All with
    {
        Place = place,
        Category = category,
        IsExact = true,
        OpenedFrom = until.AddMonths(-Months),
        OpenedTo = until,
        IsConfidential = false,
    };
}

/// <summary>What comes back, read from one index.</summary>
internal sealed class RecurrenceQuery(ZhuoluoContext db)
{
    /// <summary>The how-manieth time this is, this one counted; 1 when it came up for the first time. Earlier ones count once they are closed.</summary>
    public async Task<int> TimesAsync(Matter matter, Viewer viewer, CancellationToken cancel)
    {
        if (matter.CategoryCode is not { } topic || matter.IsConfidential)
        {
            return 1;
        }
        var (id, place, from, to) = (matter.Id, matter.PlaceCode, matter.OpenedOn.AddMonths(-Recurrence.Months), matter.OpenedOn);
        return 1 + await viewer.Sight.Seen(db).CountAsync(m => m.PlaceCode == place && m.CategoryCode == topic && m.OpenedOn >= from && m.OpenedOn <= to
            && !m.IsConfidential && m.Id != id && m.ClosedOn != null && m.ClosedOn <= to, cancel);
    }

    /// <summary>The places and topics that came back most.</summary>
    public async Task<IReadOnlyList<Recurrence>> MostAsync(Viewer viewer, int most, CancellationToken cancel)
    {
        var from = viewer.Today.AddMonths(-Recurrence.Months);
        // The place's number has more than six digits: a whole county is no place where something recurs.
        var rows = await viewer.Sight.Seen(db).Where(m => m.OpenedOn >= from && m.CategoryCode != null && !m.IsConfidential && m.PlaceCode.Length > 6)
            .GroupBy(m => new { m.PlaceCode, m.CategoryCode })
            .Select(g => new { g.Key.PlaceCode, g.Key.CategoryCode, Times = g.Count(), Open = g.Sum(m => m.IsOpen ? 1 : 0), FirstClosed = g.Min(m => m.ClosedOn), Last = g.Max(m => m.OpenedOn) })
            .Where(r => r.Times >= Recurrence.Telling && r.FirstClosed != null && r.Last >= r.FirstClosed)
            .OrderByDescending(r => r.Times).ThenByDescending(r => r.Last).ThenBy(r => r.PlaceCode).Take(most).ToListAsync(cancel);
        return [.. rows.Select(r => new Recurrence(r.PlaceCode, r.CategoryCode!, r.Times, r.Open, r.Last))];
    }
}
