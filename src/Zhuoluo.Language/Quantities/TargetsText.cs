namespace Zhuoluo.Language.Quantities;

/// <summary>One thing that a project promises, in base units: 1.2万平方米 is 12000 平方米, 3.9亿元 is 390000000 元.</summary>
public readonly record struct Target(decimal Value, string Unit);

/// <summary>
/// What stands in the target column of a project list: every number with a measure word, in the order of the text. A Han numeral counts only
/// with a measure word right behind it (三座); numbers without one say nothing that could be counted.
/// </summary>
public static class TargetsText
{
    public static IReadOnlyList<Target> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var form = CleanText.Of(text).Form.AsSpan();
        List<Target> targets = [];
        for (var at = 0; at < form.Length;)
        {
            if (at > 0 && (form[at - 1] == '第' || char.IsAsciiLetter(form[at - 1]))
                || !NumeralReader.TryRead(form, at, out var number) || number.Bare || number.Vague)
            {
                at++;
                continue;
            }
            var next = at + number.Length;
            if (next < form.Length && NumeralReader.IsOver(form[next]))
            {
                next++;
            }
            if (Measures.TryRead(form, next, out var measure) && !IsDate(number, form, next))
            {
                targets.Add(new Target(number.Value * measure.Factor, measure.Unit));
                next += measure.Length;
            }
            at = next;
        }
        return targets;
    }

    private static bool IsDate(Numeral number, ReadOnlySpan<char> form, int next) =>
        form[next] == '月' || (form[next] is '日' or '号' && number.Value <= 31)
        || (form[next] == '年' && number.Value is >= 1900 and <= 2199);
}
