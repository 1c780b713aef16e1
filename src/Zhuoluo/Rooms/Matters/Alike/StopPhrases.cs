using System.Text.RegularExpressions;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters.Alike;

/// <summary>Takes out what every report begins and ends with, so that only what it is about is compared (rules G2.4).</summary>
internal static class StopPhrases
{
    private static readonly Lazy<Regex> _phrases = new(Read);

    /// <summary>The folded text with a comma in the place of each phrase: what stood around it does not grow together.</summary>
    public static string Without(string text) => _phrases.Value.Replace(Fold.ForSearch(text), ",");

    private static Regex Read()
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "catalog", "matters", "stop-phrases.txt"))
            .Where(l => l.Length > 0 && l[0] != '#').Select(Fold.ForSearch).OrderByDescending(l => l.Length);
        // At most so many characters of a name, so that no phrase can run on; no backtracking, whatever is typed.
        var pattern = string.Join('|', lines.Select(l => Regex.Escape(l).Replace("某", @"\p{IsCJKUnifiedIdeographs}{1,4}?", StringComparison.Ordinal)));
        return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }
}
