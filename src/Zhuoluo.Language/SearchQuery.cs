namespace Zhuoluo.Language;

/// <summary>
/// What somebody typed to find something: words apart by spaces must all be there, words in quotes follow each other, a minus before a
/// word leaves out what holds it. Works on the folded form, so Traditional finds Simplified and full-width finds half-width.
/// </summary>
public sealed class SearchQuery
{
    /// <summary>More words than a person means; the rest is not looked at.</summary>
    public const int MostTerms = 12;

    private SearchQuery(IReadOnlyList<SearchTerm> terms) => Terms = terms;

    public IReadOnlyList<SearchTerm> Terms { get; }

    /// <summary>Nothing to look for: no word at all, or only such as must not be there.</summary>
    public bool IsEmpty => Terms.All(t => t.IsExcluded);

    /// <summary>The pair when the query is one pair of Han characters and nothing else, the most usual case.</summary>
    public string? OnlyPair => Terms is [{ IsExcluded: false, Forms: [var form] } term] && term.Phrases(form) is [var phrase]
        && phrase.EnumerateRunes().Count() == 2 && phrase.EnumerateRunes().All(Han.Is) ? phrase : null;

    /// <summary>As an FTS5 expression; empty when there is nothing to look for.</summary>
    public string Fts5 => Expression(" AND ", " NOT ", " OR ", t => t.Fts5);

    /// <summary>As text for <c>to_tsquery('simple', …)</c>; empty when there is nothing to look for.</summary>
    public string TsQuery => Expression(" & ", " & !", " | ", t => t.TsQuery);

    public static SearchQuery Parse(string typed)
    {
        var text = Fold.ForSearch(typed);
        var terms = new List<SearchTerm>();
        for (var at = 0; at < text.Length && terms.Count < MostTerms;)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }
            var isExcluded = text[at] == '-' && at + 1 < text.Length && text[at + 1] != ' ';
            at += isExcluded ? 1 : 0;
            var isQuoted = text[at] == '"' && text.IndexOf('"', at + 1) > at + 1;
            var start = isQuoted ? at + 1 : at;
            var end = isQuoted ? text.IndexOf('"', start) : text.IndexOf(' ', start);
            end = end < 0 ? text.Length : end;
            var term = new SearchTerm([text[start..end]], isExcluded, isQuoted);
            if (term.Phrases(term.Forms[0]).Count > 0 && !terms.Exists(t => t.IsExcluded == isExcluded && t.Forms[0] == term.Forms[0]))
            {
                terms.Add(term);
            }
            at = isQuoted ? end + 1 : end;
        }
        return new SearchQuery(terms);
    }

    /// <summary>The same with other words for the same thing; quoted and excluded words stay as they are.</summary>
    public SearchQuery Widen(Func<string, IEnumerable<string>> others) => new(
        [.. Terms.Select(t => t.IsExcluded || t.IsQuoted ? t : t with { Forms = [.. t.Forms.Concat(others(t.Forms[0]).Select(Fold.ForSearch)).Distinct().Where(f => t.Phrases(f).Count > 0)] })]);

    private string Expression(string and, string not, string or, Func<SearchTerm, string> one)
    {
        if (IsEmpty)
        {
            return "";
        }
        var wanted = string.Join(and, Terms.Where(t => !t.IsExcluded).Select(t => $"({one(t)})"));
        var excluded = Terms.Where(t => t.IsExcluded).Select(t => $"({one(t)})").ToList();
        return excluded.Count == 0 ? wanted : $"({wanted}){not}({string.Join(or, excluded)})";
    }
}
