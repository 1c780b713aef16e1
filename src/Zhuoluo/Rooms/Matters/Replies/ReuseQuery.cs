using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Replies;

/// <summary>Which texts units send most often: the same words to several people, letter by letter apart from blanks and widths.</summary>
internal sealed class ReuseQuery(ZhuoluoContext db)
{
    private const int MostShown = 60;

    public async Task<IReadOnlyList<ReusedText>> AskAsync(IReadOnlyList<long>? units, DateTimeOffset since, CancellationToken cancel)
    {
        var groups = await db.Set<Answer>().Where(a => a.Fold != null && a.UnitId != null && a.At >= since && (units == null || units.Contains(a.UnitId.Value)))
            .Where(a => db.Set<Matter>().Any(m => m.Id == a.MatterId && !m.IsConfidential))
            .GroupBy(a => new { a.UnitId, a.Fold }).Where(g => g.Count() > 1)
            .Select(g => new { g.Key.UnitId, Count = g.Count(), Last = g.Max(a => a.Id) })
            .OrderByDescending(g => g.Count).Take(MostShown).ToListAsync(cancel);
        var ids = groups.Select(g => g.Last).ToList();
        var texts = await db.Set<Answer>().Where(a => ids.Contains(a.Id)).Join(db.Set<Matter>(), a => a.MatterId, m => m.Id, (a, m) => new { a.Id, a.Text, m.Number }).ToDictionaryAsync(a => a.Id, cancel);
        return [.. groups.Select(g => new ReusedText(g.UnitId!.Value, texts[g.Last].Text, g.Count, texts[g.Last].Number))];
    }
}

internal sealed record ReusedText(long UnitId, string Text, int Times, string LastNumber);
