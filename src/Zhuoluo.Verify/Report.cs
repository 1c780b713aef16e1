using System.Globalization;
using System.Text;

namespace Zhuoluo.Verify;

/// <summary>Writes lines for people. What comes from a log or a file is not let near the terminal with its control characters.</summary>
internal sealed class Report(TextWriter output, Texts texts)
{
    public void Say(string key, params object?[] values) => output.WriteLine(texts.Of(key, [.. values.Select(v => v is string text ? Plain(text) : v)]));

    /// <summary>Bytes as text, or in hexadecimal digits when they are none.</summary>
    public static string Show(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Convert.ToHexStringLower(bytes);
        }
    }

    // Control characters move the cursor, format characters turn the direction of writing: either could make a line say something else.
    private static string Plain(string text) => string.Concat(text.Select(c =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? '\uFFFD' : c));
}
