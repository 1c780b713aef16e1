using System.Text.Json;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Matters.Terms;

namespace Zhuoluo.Rooms.Matters.Triage;

/// <summary>
/// Guesses the topic from the words that were used. A suggestion that a person confirms with one key, never a decision;
/// simple counting, so that everybody can see why. Words: catalog/matters/category-words.json.
/// </summary>
internal sealed class CategoryWords(IReadOnlyDictionary<string, string[]> words)
{
    private static readonly Lazy<CategoryWords> _shipped = new(() => new(
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "catalog", "matters", "category-words.json"))) ?? []));

    public static CategoryWords Shipped => _shipped.Value;

    /// <summary>The known category with the most matched characters, or null where no word fits. Longer words weigh more; the category's own name counts too.</summary>
    /// <param name="text">Title and text.</param>
    /// <param name="categories">The known ones.</param>
    /// <param name="terms">The county's own words: signs for a topic and against it (rules G1.5).</param>
    public string? Guess(string text, IEnumerable<Category> categories, IReadOnlyList<Term>? terms = null)
    {
        var folded = Fold.ForSearch(text);
        var own = (terms ?? []).ToLookup(t => t.CategoryCode, StringComparer.Ordinal);
        var best = categories.Select(c => (c.Code, Score: Score(folded, c, own[c.Code]))).OrderByDescending(x => x.Score).ThenBy(x => x.Code, StringComparer.Ordinal).FirstOrDefault();
        return best.Score > 0 ? best.Code : null;
    }

    // A word counts once, however many lists it stands in; the county's own weight is the one that holds.
    private int Score(string text, Category category, IEnumerable<Term> terms)
    {
        var weights = (words.TryGetValue(category.Code, out var known) ? known : []).Append(category.Name).Distinct().ToDictionary(w => w, _ => 1, StringComparer.Ordinal);
        foreach (var term in terms)
        {
            weights[Fold.ForSearch(term.Text)] = term.Kind == TermKind.Exclusion ? -term.Weight : term.Weight;
        }
        return weights.Where(w => text.Contains(w.Key, StringComparison.Ordinal)).Sum(w => w.Key.Length * w.Value);
    }
}
