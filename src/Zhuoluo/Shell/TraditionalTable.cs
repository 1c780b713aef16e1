using System.Text;

namespace Zhuoluo.Shell;

/// <summary>
/// Simplified to Traditional glyphs by longest match over s2t.tsv (OpenCC s2tw, Apache-2.0).
/// For display only: never convert what is stored, compared or posted.
/// </summary>
internal sealed class TraditionalTable
{
    // Not frozen: freezing 50,000 phrases takes longer than the whole start.
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<char, int> _longestFrom = [];
    private readonly (string From, string To)[] _words;

    private TraditionalTable(Dictionary<string, string> table, IEnumerable<KeyValuePair<string, string>> words)
    {
        _lookup = table.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var phrase in table.Keys)
        {
            _longestFrom[phrase[0]] = Math.Max(phrase.Length, _longestFrom.GetValueOrDefault(phrase[0]));
        }

        _words = [.. words.Select(w => (w.Key, w.Value))];
    }

    /// <param name="tablePath">Lines of a phrase, a tab and its form; a phrase alone changes as its characters do.</param>
    /// <param name="words">Corrections made after the conversion, such as 平臺 to 平台.</param>
    public static TraditionalTable Load(string tablePath, IEnumerable<KeyValuePair<string, string>> words)
    {
        var table = new Dictionary<string, string>(60_000, StringComparer.Ordinal);
        foreach (var line in File.ReadLines(tablePath).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 0)
            {
                table[line] = string.Concat(line.EnumerateRunes().Select(r => table.GetValueOrDefault(r.ToString(), r.ToString())));
            }
            else
            {
                table[line[..tab]] = line[(tab + 1)..];
            }
        }

        return new TraditionalTable(table, words);
    }

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
