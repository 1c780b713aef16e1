using System.Globalization;

namespace Zhuoluo.Ledger;

/// <summary>Sizes and indexes as the formats write them: ASCII digits, no sign, no leading zero, at most 2^63-1.</summary>
internal static class Decimals
{
    public static bool TryParse(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && (text.Length == 1 || text[0] != '0');

    public static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);
}
