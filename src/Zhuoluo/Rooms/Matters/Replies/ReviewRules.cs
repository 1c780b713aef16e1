using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Replies;

/// <summary>Who needs a second person for an answer, as data. The nearest topic goes before the kind, the later rule before the earlier; without any: everybody.</summary>
internal static class ReviewRules
{
    private const int DeepestTopic = 6;

    public static async Task<bool> IsNeededAsync(ZhuoluoContext db, Matter matter, CancellationToken cancel)
    {
        var rules = await db.Set<ReviewRule>().AsNoTracking().Where(r => r.EndedAt == null).OrderBy(r => r.Id).ToListAsync(cancel);
        return rules.Count == 0 || IsNeeded(rules, matter, await TopicsAsync(db, matter.CategoryCode, cancel));
    }

    /// <summary>Pure. <paramref name="topics"/>: the matter's topic, then those above it.</summary>
    public static bool IsNeeded(IReadOnlyList<ReviewRule> rules, Matter matter, IReadOnlyList<string> topics)
    {
        // Complaints about people, petitions and the like are never let through by one person.
        if (matter.IsConfidential)
        {
            return true;
        }
        var found = topics.Select(t => rules.LastOrDefault(r => r.CategoryCode == t && (r.Kind is null || r.Kind == matter.Kind))).FirstOrDefault(r => r is not null)
            ?? rules.LastOrDefault(r => r.CategoryCode is null && r.Kind == matter.Kind);
        return found?.IsNeeded ?? true;
    }

    private static async Task<IReadOnlyList<string>> TopicsAsync(ZhuoluoContext db, string? code, CancellationToken cancel)
    {
        var topics = new List<string>();
        for (var next = code; next is not null && topics.Count < DeepestTopic;)
        {
            topics.Add(next);
            var at = next;
            next = await db.Set<Category>().Where(c => c.Code == at).Select(c => c.ParentCode).FirstOrDefaultAsync(cancel);
        }
        return topics;
    }
}
