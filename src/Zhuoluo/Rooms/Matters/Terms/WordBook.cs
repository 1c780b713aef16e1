using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters.Terms;

/// <summary>The words of all topics in memory: a few hundred, read again when they change.</summary>
internal sealed class WordBook(IDbContextFactory<ZhuoluoContext> reads)
{
    private volatile Page _page = new([], new Dictionary<string, IReadOnlyList<string>>());

    public IReadOnlyList<Term> Terms => _page.Terms;

    /// <summary>What was typed, widened by other words for the same thing (rules G1.5).</summary>
    public SearchQuery Query(string typed) => SearchQuery.Parse(typed).Widen(OthersFor);

    public IReadOnlyList<string> OthersFor(string word) => _page.Groups.GetValueOrDefault(word) ?? [];

    public async Task RefreshAsync(CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        var terms = await db.Set<Term>().OrderBy(t => t.CategoryCode).ThenBy(t => t.Kind).ThenBy(t => t.Text).ToListAsync(cancel);
        var names = await db.Set<Category>().ToDictionaryAsync(c => c.Code, c => c.Name, StringComparer.Ordinal, cancel);
        _page = new Page(terms, GroupsOf(terms, names));
    }

    /// <summary>Each word with all that say the same: those of one topic that stand for one usual word, and that word.</summary>
    internal static Dictionary<string, IReadOnlyList<string>> GroupsOf(IEnumerable<Term> terms, IReadOnlyDictionary<string, string> names)
    {
        var groups = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var group in terms.Where(t => t.Kind is TermKind.Synonym or TermKind.LocalName)
            .GroupBy(t => Fold.ForSearch(t.StandsFor ?? names.GetValueOrDefault(t.CategoryCode) ?? t.Text), StringComparer.Ordinal))
        {
            List<string> words = [group.Key, .. group.Select(t => Fold.ForSearch(t.Text))];
            foreach (var word in words.Distinct())
            {
                groups[word] = [.. groups.GetValueOrDefault(word, []).Concat(words).Where(w => w != word).Distinct()];
            }
        }
        return groups;
    }

    private sealed record Page(IReadOnlyList<Term> Terms, IReadOnlyDictionary<string, IReadOnlyList<string>> Groups);
}
