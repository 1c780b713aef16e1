using System.Security.Cryptography;
using System.Text;

namespace Zhuoluo.Language;

/// <summary>
/// Normal forms of Chinese office text. Each form is a fixed point: folding twice changes nothing.
/// </summary>
public static class Fold
{
    /// <summary>One character to one character, so positions stay valid: U+FF01..FF5E to ASCII, the ideographic space to a space.</summary>
    public static char Width(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' => ' ',
        _ => c,
    };

    public static string Width(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var c in text)
        {
            if (Width(c) != c)
            {
                return string.Create(text.Length, text, static (span, source) =>
                {
                    for (var i = 0; i < span.Length; i++)
                    {
                        span[i] = Width(source[i]);
                    }
                });
            }
        }
        return text;
    }

    /// <summary>Zero-width characters that copy and paste leaves behind: U+200B, 200C, 200D, 2060, FEFF.</summary>
    public static bool IsZeroWidth(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    /// <summary>The text by which two cells are the same: no white space, no zero-width characters, half-width.</summary>
    public static string Tight(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = true;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || IsZeroWidth(c) || Width(c) != c)
            {
                clean = false;
                break;
            }
        }
        if (clean)
        {
            return text;
        }
        var tight = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !IsZeroWidth(c))
            {
                tight.Append(Width(c));
            }
        }
        return tight.ToString();
    }

    /// <summary>First 16 hexadecimal digits of the SHA-256 of the tight form, as the sample manifests count it.</summary>
    public static string TextKey(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Tight(text))).AsSpan(0, 8));

    /// <summary>
    /// For search (rules G1.4): compatibility forms resolved, Simplified, half-width, lower case, no zero-width characters, one kind of quote
    /// and dash, single spaces.
    /// </summary>
    public static string ForSearch(string text) => Folded.Of(text).Form;
}
