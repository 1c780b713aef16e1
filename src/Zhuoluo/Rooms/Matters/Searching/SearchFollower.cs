using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters.Searching;

/// <summary>Keeps the index of words in line with the texts. Only the entries that can change a text are looked at.</summary>
internal sealed class SearchFollower : IFollower
{
    private static readonly HashSet<string> _kinds = ["matter.registered", "matter.imported", "matter.sorted"];

    public string Name => "matter-search";

    public async Task FollowAsync(Work work, IReadOnlyList<Followed> batch, CancellationToken cancel)
    {
        var ids = batch.Where(f => _kinds.Contains(f.Kind)).Select(f => f.SubjectId).Distinct().ToList();
        if (ids.Count == 0)
        {
            return;
        }
        var texts = await work.Db.Set<Matter>().AsNoTracking().Where(m => ids.Contains(m.Id) && !m.IsConfidential)
            .GroupJoin(work.Db.Set<MatterText>(), m => m.Id, t => t.MatterId, (m, t) => new { Matter = m, Texts = t })
            .SelectMany(x => x.Texts.DefaultIfEmpty(), (x, t) => new { x.Matter.Id, x.Matter.Number, x.Matter.Title, t!.Text, t.PlaceText })
            .ToListAsync(cancel);
        await WordIndex.ReplaceAsync(work.Db, ids, [.. texts.Select(t => (t.Id, Bigrams.Index($"{t.Number}\n{t.Title}\n{t.Text}\n{t.PlaceText}")))], cancel);
    }
}
