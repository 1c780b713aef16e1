namespace Zhuoluo.Language;

/// <summary>A stretch of a text as written.</summary>
public readonly record struct Stretch(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>Where in a text the words of a query stand, in the positions of the text as written (rules G1.4).</summary>
public static class SearchMarks
{
    /// <summary>In order, none touching another.</summary>
    public static IReadOnlyList<Stretch> Find(string text, SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = query.Terms.Where(t => !t.IsExcluded).SelectMany(t => t.Forms).SelectMany(Bigrams.Words).Distinct().ToList();
        if (words.Count == 0)
        {
            return [];
        }
        var folded = Folded.Of(text);
        var marked = new bool[text.Length];
        foreach (var word in words)
        {
            for (var at = folded.Form.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.Form.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (IsWhole(folded.Form, at, word.Length))
                {
                    for (var i = folded.Origin[at]; i <= folded.Origin[at + word.Length - 1]; i++)
                    {
                        marked[i] = true;
                    }
                }
            }
        }
        return Stretches(marked);
    }

    /// <summary>The part of a text to show: all of a short one, else about <paramref name="length"/> characters around the first mark.</summary>
    public static Stretch Around(string text, IReadOnlyList<Stretch> marks, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(marks);
        if (text.Length <= length)
        {
            return new Stretch(0, text.Length);
        }
        var first = marks.Count > 0 ? marks[0].Start : 0;
        var start = Math.Clamp(first - (length / 3), 0, text.Length - length);
        var end = start + length;
        // Never half of a character.
        start += start > 0 && char.IsLowSurrogate(text[start]) ? 1 : 0;
        end += end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return new Stretch(start, end - start);
    }

    // A word of letters and digits is indexed whole, so a part of one is no hit; Han characters are.
    private static bool IsWhole(string form, int at, int length) =>
        IsHan(form[at]) || ((at == 0 || !IsWordly(form[at - 1])) && (at + length == form.Length || !IsWordly(form[at + length])));

    private static bool IsWordly(char c) => char.IsLetterOrDigit(c) && !IsHan(c);

    private static bool IsHan(char c) => char.IsSurrogate(c) || Han.Is(new System.Text.Rune(c));

    private static List<Stretch> Stretches(bool[] marked)
    {
        var found = new List<Stretch>();
        for (var i = 0; i < marked.Length; i++)
        {
            var start = i;
            while (i < marked.Length && marked[i])
            {
                i++;
            }
            if (i > start)
            {
                found.Add(new Stretch(start, i - start));
            }
        }
        return found;
    }
}
