using System.Text;

namespace Zhuoluo.Language;

/// <summary>
/// Own tokens for full-text search in SQLite and PostgreSQL alike (rules G1.1 to G1.3): a run of Han characters becomes
/// overlapping pairs and, behind them, its last character alone; a run of letters and digits stays one lower-case word.
/// The lone last character lets one-character queries find the end of a run and keeps phrases from crossing into the next run.
/// </summary>
public static class Bigrams
{
    /// <summary>The words to index, joined by spaces.</summary>
    public static string Index(string text)
    {
        var words = new StringBuilder();
        foreach (var (run, isHan) in Runs(text))
        {
            if (!isHan)
            {
                Append(words, string.Concat(run));
                continue;
            }
            for (var i = 0; i + 1 < run.Count; i++)
            {
                Append(words, run[i].ToString() + run[i + 1]);
            }
            Append(words, run[^1].ToString());
        }
        return words.ToString();
    }

    /// <summary>
    /// One phrase for each run of the query; a record matches when it holds them all. Words of a phrase stand apart by one
    /// space and must follow each other. A phrase that ends in <c>*</c> is one character and means any word that begins with it.
    /// </summary>
    public static IReadOnlyList<string> Query(string query)
    {
        List<string> phrases = [];
        foreach (var (run, isHan) in Runs(query))
        {
            if (!isHan)
            {
                phrases.Add(string.Concat(run));
            }
            else if (run.Count == 1)
            {
                phrases.Add(run[0] + "*");
            }
            else
            {
                phrases.Add(string.Join(' ', Enumerable.Range(0, run.Count - 1).Select(i => run[i].ToString() + run[i + 1])));
            }
        }
        return phrases;
    }

    /// <summary>The text as one phrase: its runs must follow each other as they do here, whatever stands between them. Null without a word.</summary>
    public static string? Phrase(string text)
    {
        var runs = Runs(text).ToList();
        var words = new StringBuilder();
        for (var r = 0; r < runs.Count; r++)
        {
            var (run, isHan) = runs[r];
            var isLast = r == runs.Count - 1;
            if (!isHan)
            {
                Append(words, string.Concat(run));
                continue;
            }
            for (var i = 0; i + 1 < run.Count; i++)
            {
                Append(words, run[i].ToString() + run[i + 1]);
            }
            if (!isLast)
            {
                Append(words, run[^1].ToString());
            }
            else if (run.Count == 1)
            {
                Append(words, run[0] + "*");
            }
        }
        return words.Length == 0 ? null : words.ToString();
    }

    /// <summary>The runs of the text as they stand in its search form.</summary>
    public static IEnumerable<string> Words(string text) => Runs(text).Select(r => string.Concat(r.Run));

    /// <summary>The different pairs of Han characters in the text: what two texts are compared by (rules G2.1).</summary>
    public static IReadOnlySet<string> Pairs(string text) => Runs(text).Where(r => r.IsHan)
        .SelectMany(r => Enumerable.Range(0, r.Run.Count - 1).Select(i => r.Run[i].ToString() + r.Run[i + 1])).ToHashSet(StringComparer.Ordinal);

    /// <summary>The query as an FTS5 expression; empty when nothing can be searched for.</summary>
    public static string Fts5(string query) => string.Join(" AND ", Query(query).Select(PhraseFts5));

    /// <summary>The query as text for PostgreSQL's <c>to_tsquery('simple', …)</c>; empty when nothing can be searched for.</summary>
    public static string TsQuery(string query) => string.Join(" & ", Query(query).Select(PhraseTsQuery));

    internal static string PhraseFts5(string phrase) => phrase.EndsWith('*') ? $"\"{phrase[..^1]}\" *" : $"\"{phrase}\"";

    internal static string PhraseTsQuery(string phrase)
    {
        var words = phrase.Split(' ').Select(word => word.EndsWith('*') ? $"'{word[..^1]}':*" : $"'{word}'").ToList();
        return words is [var only] && phrase.EndsWith('*') ? only : $"({string.Join(" <-> ", words)})";
    }

    private static IEnumerable<(List<Rune> Run, bool IsHan)> Runs(string text)
    {
        List<Rune> run = [];
        var han = false;
        foreach (var rune in Fold.ForSearch(text).EnumerateRunes())
        {
            var isHan = Han.Is(rune);
            var isWord = isHan || Rune.IsLetterOrDigit(rune);
            if (run.Count > 0 && (!isWord || isHan != han))
            {
                yield return (run, han);
                run = [];
            }
            if (isWord)
            {
                run.Add(rune);
                han = isHan;
            }
        }
        if (run.Count > 0)
        {
            yield return (run, han);
        }
    }

    private static void Append(StringBuilder words, string word)
    {
        if (words.Length > 0)
        {
            words.Append(' ');
        }
        words.Append(word);
    }
}
