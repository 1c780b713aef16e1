using Zhuoluo.Foundation;
using Zhuoluo.Language.Checks;
using Zhuoluo.Language.Quantities;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Reports.Check;

/// <summary>How verdicts and findings are said and with which tone they are shown.</summary>
internal static class CheckWords
{
    public static string Of(Verdict verdict, Texts texts) => texts["reports.verdict." + Word.Of(verdict)];

    public static string Tone(Verdict verdict) => verdict switch
    {
        Verdict.Overstated or Verdict.Contradicts or Verdict.WrongUnit or Verdict.WrongDate or Verdict.Understated => "bad",
        Verdict.UnclearBase or Verdict.Unreadable => "wait",
        Verdict.Agrees or Verdict.AgreesWithinHedge => "good",
        _ => "plain",
    };

    /// <summary>Something for the writer to look at: a verdict that is no good one, or a remark.</summary>
    public static bool IsMarked(CheckedQuantity told, int index) =>
        Tone(told.Verdict) is "bad" or "wait" || told.Findings.Any(f => f.About[0] == index && IsRemark(f));

    /// <summary>Said, but nothing is wrong for certain.</summary>
    public static bool IsRemark(Finding finding) => finding is { Verdict: null, Reason: not Reason.Holds };

    /// <summary>All reasons, one after the other; what is not bound and no figure says so. Null where the verdict says all there is.</summary>
    public static string? Why(CheckedQuantity told, int index, CheckedText text, Texts texts)
    {
        List<string> reasons = [];
        foreach (var finding in told.Findings)
        {
            if (finding.About[0] == index)
            {
                reasons.Add(texts["reports.why." + Word.Of(finding.Reason), [.. finding.Words]]);
            }
            else if (finding.Verdict is not null)
            {
                reasons.Add(texts["reports.why.involved", text.Quantities[finding.About[0]].Quantity.Raw]);
            }
        }
        if (reasons.Count == 0 && told.Verdict == Verdict.NotAFigure)
        {
            reasons.Add(texts["reports.role." + Word.Of(told.Quantity.Role)]);
        }
        return reasons.Count == 0 ? null : string.Join(texts["reports.semicolon"], reasons.Distinct());
    }

    /// <summary>The number as it was read: 16000–17000 个, ≥ 100 户.</summary>
    public static string Reads(Quantity quantity)
    {
        var (low, high) = (QuantityTold.Plain(quantity.Span.Low), QuantityTold.Plain(quantity.Span.High));
        var number = (low, high) switch
        {
            _ when quantity.Value is null => "",
            _ when quantity.Qualifier is Qualifier.Exact => QuantityTold.Plain(quantity.Value),
            (null, { } most) => (quantity.Span.HighClosed ? "≤ " : "< ") + most,
            ({ } least, null) => (quantity.Span.LowClosed ? "≥ " : "> ") + least,
            _ when low == high => low,
            _ => $"{low}–{high}",
        };
        return number is "" or null ? "–" : $"{number} {quantity.Unit}".Trim();
    }
}
