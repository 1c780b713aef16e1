using System.Globalization;
using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Checks;

/// <summary>The quantities of a text with what stands around them, for the checks.</summary>
internal sealed class Claims(ReadText read)
{
    private const int Around = 40;

    /// <summary>How many quantities any check looks back or on, so that every text is checked in linear time.</summary>
    public const int Reach = 40;

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

    /// <summary>The stretch between two full stops: ； does not end it.</summary>
    public int Period(int index) => Clauses.PeriodOf(All[index].At);

    public int Clause(int index) => Clauses.ClauseOf(All[index].At);

    public decimal Value(int index) => All[index].Value!.Value;

    /// <summary>What rounding may hide of a number: half of its last digit; nothing where things are counted one by one.</summary>
    public decimal Slack(int index) => All[index].Digit == 1 ? 0 : All[index].Digit / 2;

    /// <summary>Whether the rate may follow from two numbers, each of which may have been rounded as it is written.</summary>
    public bool MayGive(int part, int whole, decimal printed, decimal digit) =>
        RateFits.Between(Value(part) - Slack(part), Value(part) + Slack(part), Value(whole) - Slack(whole), Value(whole) + Slack(whole), printed, digit);

    /// <summary>The plain numbers of the same kind before one of its paragraph, the nearest first, twelve at most.</summary>
    public List<int> AlikeBefore(int index)
    {
        List<int> found = [];
        for (var i = index - 1; i >= 0 && index - i <= 30 && found.Count < 12 && Paragraph(i) == Paragraph(index); i--)
        {
            if (IsPlain(i) && AreAlike(i, index))
            {
                found.Add(i);
            }
        }
        return found;
    }

    /// <summary>A number from or to which something goes, or by which it differs: neither a whole nor a part.</summary>
    public bool IsChange(int index)
    {
        var before = Before(index);
        var after = After(index);
        return HasAny(before, ["由", "从"]) && (HasAny(before, ["到", "至", "为"]) || HasAny(after, ["到", "至", "为"]))
            || HasAny(before, ["比上", "比去", "比年", "同比", "环比", "较上", "较去", "较年", "净增", "提高到", "增加到", "增至", "降至", "降到", "减至", "提高至"])
            || Subject(index) is var said && (said.EndsWith("增加", StringComparison.Ordinal) || said.EndsWith("减少", StringComparison.Ordinal));
    }

    /// <summary>What is said around the number within its clause.</summary>
    public string Context(int index) => string.Concat(Before(index), After(index));

    /// <summary>The words before the number without its hedges and without words that only lead to it (共, 达到).</summary>
    public ReadOnlySpan<char> Subject(int index)
    {
        var at = All[index].At;
        var from = Clauses.ClauseStart(at);
        var hedge = default(Hedge);
        var end = HedgeWords.Before(Form, at, from, ref hedge);
        while (end > from && Form[end - 1] is '达' or '到' or '共' or '了' or '有' or '已' or '为' or '计' or '累' or '约')
        {
            end--;
        }
        return Form[Math.Max(from, end - Around)..end];
    }

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

    public static bool EndsWithAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

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
