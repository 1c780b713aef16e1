using System.Collections.Frozen;
using System.Reflection;

namespace Zhuoluo.Language.Quantities;

/// <summary>Names and idioms that hold a numeral (rules G3.5), found at the place where they begin by the longest match.</summary>
internal static class LabelWords
{
    private static readonly Lazy<FrozenDictionary<char, (string Word, bool IsIdiom)[]>> _words = new(Load);

    /// <summary>Length of the name or idiom that begins at a place; 0 if none does.</summary>
    public static int At(ReadOnlySpan<char> text, int at, out bool isIdiom)
    {
        isIdiom = false;
        if (!_words.Value.TryGetValue(text[at], out var words))
        {
            return 0;
        }
        foreach (var (word, idiom) in words)
        {
            if (text[at..].StartsWith(word, StringComparison.Ordinal))
            {
                isIdiom = idiom;
                return word.Length;
            }
        }
        return 0;
    }

    private static FrozenDictionary<char, (string Word, bool IsIdiom)[]> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("labels.txt")
            ?? throw new InvalidOperationException("The list labels.txt is not in the assembly.");
        using var reader = new StreamReader(stream);
        Dictionary<string, bool> words = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts is [var first, ..] && first != "#")
            {
                foreach (var word in parts)
                {
                    words[word] = first == "-";
                }
            }
        }
        words.Remove("-");
        return words.GroupBy(pair => pair.Key[0]).ToFrozenDictionary(
            group => group.Key, group => group.OrderByDescending(pair => pair.Key.Length).Select(pair => (pair.Key, pair.Value)).ToArray());
    }
}
