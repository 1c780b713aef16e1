namespace Zhuoluo.Language;

/// <summary>One thing that must be said, or with <paramref name="IsExcluded"/> must not. Any of its forms will do.</summary>
/// <param name="Forms">As typed first, then its synonyms (rules G1.5).</param>
/// <param name="IsExcluded">Typed with a minus.</param>
/// <param name="IsQuoted">Its words follow each other exactly as typed, and it is not widened.</param>
public sealed record SearchTerm(IReadOnlyList<string> Forms, bool IsExcluded, bool IsQuoted)
{
    internal string Fts5 => Either(" OR ", form => string.Join(" AND ", Phrases(form).Select(Bigrams.PhraseFts5)));

    internal string TsQuery => Either(" | ", form => string.Join(" & ", Phrases(form).Select(Bigrams.PhraseTsQuery)));

    /// <summary>The phrases of a form; a record holds the form when it holds them all.</summary>
    internal IReadOnlyList<string> Phrases(string form) => !IsQuoted ? Bigrams.Query(form) : Bigrams.Phrase(form) is { } one ? [one] : [];

    private string Either(string or, Func<string, string> expression) => string.Join(or, Forms.Select(f => $"({expression(f)})"));
}
