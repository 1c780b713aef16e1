using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Alike;

/// <summary>What a resident is shown before sending: released matters that may be about the same. Nothing else exists here.</summary>
internal sealed class PublishedAlike(ZhuoluoContext db)
{
    private const int MostShown = 3;

    public async Task<IReadOnlyList<AlikeMatter>> FindAsync(string text, string? where, string placeCode, DateOnly today, CancellationToken cancel)
    {
        var asked = new AlikeAsked(0, AlikeSide.Of("", text, where, placeCode, null, today), null);
        var since = today.AddDays(-Likeness.MostDays);
        var ids = await Candidates.FindAsync(db, [asked], new DateTimeOffset(since.ToDateTime(TimeOnly.MinValue), LocalDay.Offset), ofPublic: true, cancel);
        if (ids.Count == 0)
        {
            return [];
        }
        var shown = await db.Set<Matter>().Where(m => ids.Contains(m.Id) && m.IsPublic && !m.IsConfidential && m.OpenedOn >= since)
            .Join(db.Set<Publication>().Where(p => p.State == PublicationState.Shown), m => m.Id, p => p.MatterId,
                (m, p) => new { m.Id, m.Number, p.Title, p.Text, m.State, m.OpenedOn, m.PlaceCode, m.CategoryCode }).ToListAsync(cancel);
        return
        [
            .. shown.Select(m => new AlikeMatter(m.Id, m.Number, m.Title, m.State, m.OpenedOn,
                    Likeness.Of(asked.Side, AlikeSide.Of(m.Title, m.Text, null, m.PlaceCode, m.CategoryCode, m.OpenedOn)), IsSamePerson: false))
                .Where(m => m.Likeness.IsHint).OrderByDescending(m => m.Likeness.Score).ThenByDescending(m => m.Id).Take(MostShown),
        ];
    }
}
