namespace Zhuoluo.Language.Quantities;

/// <summary>
/// The progress column of an office's list, in percent points. A number up to 1.5 is a share (0.85), above that points (85); 85%, 完成85%,
/// 八成五, 八成半 and 百分之八十五 are read; 完成 and 已完成 are 100. More than 100 is allowed.
/// </summary>
public static class PercentCell
{
    private const decimal GreatestShare = 1.5m;

    public static bool TryRead(string text, out decimal points)
    {
        ArgumentNullException.ThrowIfNull(text);
        points = 0;
        var form = Fold.Tight(text).AsSpan();
        foreach (var word in (ReadOnlySpan<string>)["已完成", "完成"])
        {
            if (form.StartsWith(word, StringComparison.Ordinal))
            {
                form = form[word.Length..];
                if (form.IsEmpty)
                {
                    points = 100;
                    return true;
                }
                break;
            }
        }
        if (Shares.TryReadWhole(form, out points))
        {
            return true;
        }
        if (!NumeralReader.TryReadWhole(form, out var number) || number.Vague || number.Over || number.Bare)
        {
            return false;
        }
        // A spreadsheet keeps 0.69 as 0.6899999999999999.
        points = decimal.Round(number.Value <= GreatestShare ? number.Value * 100 : number.Value, 8);
        return true;
    }
}
