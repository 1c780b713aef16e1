using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters.Searching;

/// <summary>
/// Keeps the index of words in line with the texts. Texts are read for the entries that can change one; whatever else happens to a matter,
/// one that has become confidential goes (rules F5.2).
/// </summary>
internal sealed class SearchFollower : IFollower
{
    private static readonly HashSet<string> _kinds = ["matter.registered", "matter.imported", "matter.sorted"];

    public string Name => "matter-search";

    public bool IsMadeAnew => true;

    public async Task FollowAsync(Work work, IReadOnlyList<Followed> batch, CancellationToken cancel)
    {
        var all = batch.Where(f => f.SubjectKind == "matter").Select(f => f.SubjectId).Distinct().ToList();
        if (all.Count == 0)
        {
            return;
        }
        var hidden = await work.Db.Set<Matter>().Where(m => all.Contains(m.Id) && m.IsConfidential).Select(m => m.Id).ToListAsync(cancel);
        var said = batch.Where(f => _kinds.Contains(f.Kind)).Select(f => f.SubjectId).Except(hidden).ToList();
        var gone = said.Concat(hidden).ToList();
        if (gone.Count == 0)
        {
            return;
        }
        var texts = await work.Db.Set<Matter>().AsNoTracking().Where(m => said.Contains(m.Id))
            .GroupJoin(work.Db.Set<MatterText>(), m => m.Id, t => t.MatterId, (m, t) => new { Matter = m, Texts = t })
            .SelectMany(x => x.Texts.DefaultIfEmpty(), (x, t) => new { x.Matter.Id, x.Matter.Number, x.Matter.Title, t!.Text, t.PlaceText })
            .ToListAsync(cancel);
        await WordIndex.OfMatters.ReplaceAsync(
            work.Db, gone, [.. texts.Select(t => (t.Id, Bigrams.Index($"{t.Number}\n{t.Title}\n{t.Text}\n{t.PlaceText}")))], cancel);
    }
}
