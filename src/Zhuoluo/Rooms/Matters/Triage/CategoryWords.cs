using System.Text.Json;

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
    public string? Guess(string text, IEnumerable<Category> categories)
    {
        var best = categories.Select(c => (c.Code, Score: Score(text, c))).OrderByDescending(x => x.Score).ThenBy(x => x.Code, StringComparer.Ordinal).FirstOrDefault();
        return best.Score > 0 ? best.Code : null;
    }

    private int Score(string text, Category category) =>
        (words.TryGetValue(category.Code, out var known) ? known : []).Append(category.Name).Distinct()
            .Where(w => text.Contains(w, StringComparison.Ordinal)).Sum(w => w.Length);
}
