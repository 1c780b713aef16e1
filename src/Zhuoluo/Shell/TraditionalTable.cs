using System.Collections.Frozen;
using System.Text;

namespace Zhuoluo.Shell;

/// <summary>
/// Simplified to Traditional glyphs by longest match over s2t.tsv (OpenCC s2tw, Apache-2.0).
/// For display only: never convert what is stored, compared or posted.
/// </summary>
internal sealed class TraditionalTable
{
    private readonly FrozenDictionary<string, string> _table;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly FrozenDictionary<char, int> _longestFrom;
    private readonly (string From, string To)[] _words;

    /// <param name="pairs">Phrases and characters with their traditional form.</param>
    /// <param name="words">Corrections made after the conversion, such as 平臺 to 平台.</param>
    public TraditionalTable(IEnumerable<KeyValuePair<string, string>> pairs, IEnumerable<KeyValuePair<string, string>> words)
    {
        _table = pairs.ToFrozenDictionary(StringComparer.Ordinal);
        _lookup = _table.GetAlternateLookup<ReadOnlySpan<char>>();
        _longestFrom = _table.Keys.GroupBy(k => k[0]).ToFrozenDictionary(g => g.Key, g => g.Max(k => k.Length));
        _words = [.. words.Select(w => (w.Key, w.Value))];
    }

    public static TraditionalTable Load(string tablePath, IEnumerable<KeyValuePair<string, string>> words) =>
        new(from line in File.ReadLines(tablePath)
            where line.Length > 0 && line[0] != '#'
            let tab = line.IndexOf('\t', StringComparison.Ordinal)
            select KeyValuePair.Create(line[..tab], line[(tab + 1)..]), words);

    public string Convert(string text)
    {
        var converted = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var size = _longestFrom.TryGetValue(text[at], out var longest) ? Math.Min(longest, text.Length - at) : 0;
            string? found = null;
            while (size > 0 && !_lookup.TryGetValue(text.AsSpan(at, size), out found))
            {
                size--;
            }

            if (found is null)
            {
                converted.Append(text[at++]);
            }
            else
            {
                converted.Append(found);
                at += size;
            }
        }

        foreach (var (from, to) in _words)
        {
            converted.Replace(from, to);
        }

        return converted.ToString();
    }
}
