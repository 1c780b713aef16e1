using System.Globalization;
using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Checks;

/// <summary>The quantities of a text with what stands around them, for the checks.</summary>
internal sealed class Claims(ReadText read)
{
    private const int Around = 40;

    public ReadOnlySpan<char> Form => read.Clean.Form;

    public IReadOnlyList<Quantity> All => read.Quantities;

    public Clauses Clauses => read.Clauses;

    /// <summary>The clause up to the quantity, at most 40 characters.</summary>
    public ReadOnlySpan<char> Before(int index)
    {
        var at = All[index].At;
        return Form[Math.Max(Math.Max(Clauses.ClauseStart(at), at - Around), 0)..at];
    }

    /// <summary>The clause behind the quantity, at most 40 characters.</summary>
    public ReadOnlySpan<char> After(int index)
    {
        var from = All[index].After;
        var to = from;
        while (to < Form.Length && to - from < Around && Form[to] is not ('，' or '。' or '；' or '、' or '\n' or ':' or '！' or '？'))
        {
            to++;
        }
        return Form[from..to];
    }

    public int Sentence(int index) => Clauses.SentenceOf(All[index].At);

    public int Paragraph(int index) => Clauses.ParagraphOf(All[index].At);

    /// <summary>A plain count or sum of money that may be calculated with: exact, whole, no label.</summary>
    public bool IsPlain(int index) => All[index] is { IsClaim: true, Qualifier: Qualifier.Exact, Value: not null, IsBroken: false, Role: Role.Figure or Role.Money };

    public bool IsPercent(int index) => All[index] is { Role: Role.Percent, Unit: "%", Value: not null, IsBroken: false };

    /// <summary>Whether two quantities count the same kind of thing, so that they may add and compare: 条 and 件 do, 人 and 人次 never.</summary>
    public bool AreAlike(int one, int other) => AreAlike(All[one], All[other]);

    public static bool AreAlike(Quantity one, Quantity other) =>
        one.Unit == other.Unit || (IsCounter(one.Dimension) && IsCounter(other.Dimension));

    public static bool IsCounter(Dimension dimension) => dimension is Dimension.Thing or Dimension.Body or Dimension.Text or Dimension.Device;

    public static string Say(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    public static bool HasAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) >= 0)
            {
                return true;
            }
        }
        return false;
    }
}
