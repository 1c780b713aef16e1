namespace Zhuoluo.Language.Quantities;

public enum CellReading
{
    Read,
    Empty,
    NoUnit,
    Unreadable,
}

/// <summary>
/// The money column of an office's list, in whole fen. A bare number has the unit of its header (总投资（万元）); 万, 万元, 亿, 亿元 and 元 in
/// the cell win over it; 约 is allowed. A lone -, —, / or 无 is empty. A number without any unit is refused, not guessed.
/// </summary>
public static class MoneyCell
{
    public static CellReading Read(string? text, string? header, out long fen)
    {
        fen = 0;
        var form = Fold.Tight(text ?? "").AsSpan();
        if (form.Length == 0 || form is "-" or "—" or "/" or "无" or "——")
        {
            return CellReading.Empty;
        }
        if (form[0] == '约')
        {
            form = form[1..];
        }
        if (!NumeralReader.TryRead(form, 0, out var number) || number.Vague || number.Over || number.Bare)
        {
            return CellReading.Unreadable;
        }
        var rest = form[number.Length..];
        if (rest is not ("" or "元" or "元整" or "人民币"))
        {
            return CellReading.Unreadable;
        }
        var factor = 1m;
        if (rest.IsEmpty && !EndsInPlace(form) && !TryUnit(header, out factor))
        {
            return CellReading.NoUnit;
        }
        // A spreadsheet keeps 0.7 as 0.7000000000000001.
        var yuan = decimal.Round(number.Value * factor, 6);
        if (yuan > 90_000_000_000_000m || decimal.Truncate(yuan * 100) != yuan * 100)
        {
            return CellReading.Unreadable;
        }
        fen = (long)(yuan * 100);
        return CellReading.Read;
    }

    private static bool EndsInPlace(ReadOnlySpan<char> form) => form[^1] is '万' or '亿';

    private static bool TryUnit(string? header, out decimal factor)
    {
        var form = Fold.Tight(header ?? "");
        factor = form.Contains("亿元", StringComparison.Ordinal) ? 100_000_000
            : form.Contains("千万元", StringComparison.Ordinal) ? 10_000_000
            : form.Contains("百万元", StringComparison.Ordinal) ? 1_000_000
            : form.Contains("万元", StringComparison.Ordinal) ? 10_000
            : form.Contains("千元", StringComparison.Ordinal) ? 1_000
            : form.Contains('元', StringComparison.Ordinal) ? 1 : 0;
        return factor != 0;
    }
}
