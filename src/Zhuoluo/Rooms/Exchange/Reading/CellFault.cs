using System.Buffers;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>Why a cell cannot be read whatever its column means: a formula, an error value, characters that nobody typed.</summary>
internal static class CellFault
{
    private static readonly SearchValues<char> _phoneCharacters = SearchValues.Create("+0123456789 -()");

    /// <returns>The code of the reason, or null.</returns>
    public static string? Of(Cell cell, string text, bool isPhone)
    {
        if (cell.IsFormula)
        {
            return "formula";
        }
        if (cell.Kind == CellKind.Error)
        {
            return "error_value";
        }
        if (cell.Kind != CellKind.Text)
        {
            return null;
        }
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < ' ' && c is not ('\t' or '\n' or '\r') || c is >= '\u007F' and <= '\u009F' and not '\u0085'
                or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069')
            {
                return "control_characters";
            }
            if (c == '\uFFFD' || char.IsLowSurrogate(c) || char.IsHighSurrogate(c) && (i + 1 == text.Length || !char.IsLowSurrogate(text[++i])))
            {
                return "broken_characters";
            }
        }
        var start = text.AsSpan().TrimStart();
        return start switch
        {
            ['+', ..] when isPhone && start.IndexOfAnyExcept(_phoneCharacters) < 0 => null,
            ['=' or '+' or '@', ..] => "formula",
            ['-', .. var rest] when !rest.Trim().IsEmpty && rest.IndexOfAnyExcept("- \u3000") >= 0 => "formula",
            _ => null,
        };
    }
}
