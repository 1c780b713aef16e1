namespace Zhuoluo.Language.Quantities;

/// <summary>Shares of a whole in percent points (rules G3.4): 85%, 8.5‰, 百分之八十五, 八成, 八成五, 八成半.</summary>
internal static class Shares
{
    public static bool TryReadWhole(ReadOnlySpan<char> text, out decimal points) =>
        TryRead(text, 0, out var length, out points, out _) && length == text.Length;

    // digit: one unit of the last digit written, in points; what rounding may hide.
    public static bool TryRead(ReadOnlySpan<char> text, int at, out int length, out decimal points, out decimal digit)
    {
        (length, points, digit) = (0, 0, 1);
        foreach (var (word, scale) in (ReadOnlySpan<(string, decimal)>)[("百分之", 1m), ("千分之", 0.1m), ("万分之", 0.01m)])
        {
            if (text[at..].StartsWith(word, StringComparison.Ordinal))
            {
                if (!NumeralReader.TryRead(text, at + 3, out var part))
                {
                    return false;
                }
                length = 3 + part.Length;
                points = part.Value;
                digit = part.Digit;
                if (part.Script == NumeralScript.Han)
                {
                    HanDecimals(text, at, ref length, ref points, ref digit);
                }
                (points, digit) = (points * scale, digit * scale);
                return true;
            }
        }
        if (!NumeralReader.TryRead(text, at, out var number) || number.Vague || at + number.Length >= text.Length)
        {
            return false;
        }
        length = number.Length + 1;
        switch (text[at + number.Length])
        {
            case '%':
                (points, digit) = (number.Value, number.Digit);
                return number.Script == NumeralScript.Arabic;
            case '‰':
                (points, digit) = (number.Value / 10, number.Digit / 10);
                return true;
            case '成' when number.Value is >= 1 and <= 10 && number is { Bare: false, Over: false } && !IsWord(text, at + number.Length, number.Value):
                (points, digit) = (number.Value * 10, 10);
                if (at + length < text.Length && text[at + length] == '半')
                {
                    (points, digit, length) = (points + 5, 1, length + 1);
                }
                else if (NumeralReader.TryRead(text, at + length, out var rest) && rest.Length == 1 && rest.Value is >= 1 and <= 9)
                {
                    (points, digit, length) = (points + rest.Value, 1, length + 1);
                }
                return true;
            default:
                return false;
        }
    }

    // 百分之五十三点九八
    private static void HanDecimals(ReadOnlySpan<char> text, int at, ref int length, ref decimal points, ref decimal digit)
    {
        if (at + length + 1 >= text.Length || text[at + length] != '点')
        {
            return;
        }
        var next = at + length + 1;
        while (next < text.Length && "零一二三四五六七八九".IndexOf(text[next], StringComparison.Ordinal) is >= 0 and var value)
        {
            digit /= 10;
            points += value * digit;
            next++;
        }
        length = next - at;
    }

    // 一成不变, 三成员, 成立, 成果: 成 is a verb or part of a word.
    private static bool IsWord(ReadOnlySpan<char> text, int at, decimal value) =>
        at + 1 < text.Length && text[at + 1] is '立' or '员' or '果' or '效' or '功' or '不' or '年' or '本' or '长' or '就' or '绩' or '型' or '品' or '交' || value == 1 && at + 1 < text.Length && text[at + 1] == '为';
}
