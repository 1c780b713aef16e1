using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters.Searching;

/// <summary>
/// Keeps the public's index in line with what is released. It holds released words only: a hit must never tell which unpublished words
/// (a name, a house number) stand in a matter.
/// </summary>
internal sealed class PublicationFollower : IFollower
{
    private static readonly HashSet<string> _kinds = ["matter.published", "matter.withheld"];

    public string Name => "publication-search";

    public async Task FollowAsync(Work work, IReadOnlyList<Followed> batch, CancellationToken cancel)
    {
        var all = batch.Where(f => f.SubjectKind == "matter").Select(f => f.SubjectId).Distinct().ToList();
        var ids = batch.Where(f => _kinds.Contains(f.Kind)).Select(f => f.SubjectId).ToHashSet();
        if (all.Count > 0)
        {
            ids.UnionWith(await work.Db.Set<Matter>().Where(m => all.Contains(m.Id) && m.IsConfidential).Select(m => m.Id).ToListAsync(cancel));
        }
        if (ids.Count == 0)
        {
            return;
        }
        var shown = await work.Db.Set<Publication>().AsNoTracking()
            .Where(p => ids.Contains(p.MatterId) && p.State == PublicationState.Shown && work.Db.Set<Matter>().Any(m => m.Id == p.MatterId && m.IsPublic && !m.IsConfidential))
            .Select(p => new { p.MatterId, p.Title, p.Text, p.Answer }).ToListAsync(cancel);
        await WordIndex.OfPublications.ReplaceAsync(
            work.Db, [.. ids], [.. shown.Select(p => (p.MatterId, Bigrams.Index($"{p.Title}\n{p.Text}\n{p.Answer}")))], cancel);
    }
}
