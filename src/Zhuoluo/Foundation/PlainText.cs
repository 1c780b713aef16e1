using System.Globalization;

namespace Zhuoluo.Foundation;

/// <summary>Text that a person typed: trimmed, one kind of line break, nothing in it that is not text.</summary>
internal static class PlainText
{
    /// <summary>Null stays null and blank becomes null; a refusal names the field.</summary>
    public static Outcome<string?> Read(string? typed, string field, int limit)
    {
        var text = typed?.ReplaceLineEndings("\n").Trim();
        if (string.IsNullOrEmpty(text))
        {
            return (string?)null;
        }
        if (text.Length > limit)
        {
            return new TooLong(field, limit);
        }
        return IsText(text) ? text : new ControlCharacters(field);
    }

    /// <summary>The same where there must be something.</summary>
    public static Outcome<string> Require(string? typed, string field, int limit) =>
        Read(typed, field, limit).IsRefused(out var refusal, out var text) ? refusal
        : text is null ? new Missing(field)
        : Outcome.Of(text);

    /// <summary>The first characters on one line, for a title; never half of a character.</summary>
    public static string FirstWords(string text, int length)
    {
        var line = string.Join(' ', text.Split(['\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
        var cut = new StringInfo(line);
        return cut.LengthInTextElements <= length ? line : cut.SubstringByTextElements(0, length) + "…";
    }

    // A half surrogate cannot be written as UTF-8, and direction overrides make a text read otherwise than it is.
    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if ((char.IsControl(text[i]) && text[i] is not ('\n' or '\t')) || char.IsSurrogate(text[i])
                || text[i] is '\uFFFE' or '\uFFFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            {
                return false;
            }
        }
        return true;
    }
}

/// <summary>Something in the text is not text: it came from a broken copy or was put there to mislead.</summary>
internal sealed record ControlCharacters(string FieldName) : Refusal("control-characters")
{
    public override string? Field => FieldName;
}
