using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Checks;

/// <summary>One quantity with what is to be said of it.</summary>
/// <remarks>The figure is the key it is bound to; null without records or where none is meant.</remarks>
public sealed record CheckedQuantity(Quantity Quantity, Verdict Verdict, string? Figure, IReadOnlyList<Finding> Findings);

/// <summary>A text with every quantity judged.</summary>
public sealed record CheckedText(ReadText Read, IReadOnlyList<CheckedQuantity> Quantities, IReadOnlyList<Finding> Findings)
{
    /// <summary>Quantities as they are shown: overstated first, then by their place.</summary>
    public IEnumerable<CheckedQuantity> ByWeight => Quantities.OrderBy(q => q.Verdict).ThenBy(q => q.Quantity.Start);
}

/// <summary>Reads a text, holds its numbers against each other, and against the records where there is a book of them.</summary>
public static class DraftCheck
{
    // How much of a sentence or paragraph without an end is looked at.
    private const int Around = 2_000;

    public static CheckedText Run(string text, IFigureBook? book = null)
    {
        var read = QuantityReader.Read(text);
        var claims = new Claims(read);
        List<Finding> findings = [];
        WordingChecks.Run(claims, findings);
        RestatedChecks.Run(claims, findings);
        PartChecks.Run(claims, findings);
        RatingChecks.Run(claims, findings);
        RateChecks.Run(claims, findings);
        ChangeChecks.Run(claims, findings);
        AverageChecks.Run(claims, findings);
        StatementChecks.Run(claims, findings);
        ListChecks.Run(claims, findings);
        var about = new List<Finding>[read.Quantities.Count];
        foreach (var finding in findings)
        {
            foreach (var index in finding.About)
            {
                (about[index] ??= []).Add(finding);
            }
        }
        List<CheckedQuantity> judged = [];
        for (var i = 0; i < read.Quantities.Count; i++)
        {
            judged.Add(Judge(read, i, about[i] ?? [], book, claims));
        }
        GiveBack(judged, i => Judge(read, i, about[i] ?? [], null, claims), i => claims.Clauses.SentenceStart(read.Quantities[i].At));
        return new CheckedText(read, judged, findings);
    }

    // A figure that the sentence states rightly is not what another number beside it states wrongly: 战略合作协议1个、合作协议5个.
    private static void GiveBack(List<CheckedQuantity> judged, Func<int, CheckedQuantity> withoutRecords, Func<int, int> sentenceOf)
    {
        var right = Enumerable.Range(0, judged.Count).Where(i => judged[i] is { Figure: not null, Verdict: Verdict.Agrees or Verdict.AgreesWithinHedge }).Select(i => (judged[i].Figure, sentenceOf(i))).ToHashSet();
        for (var i = 0; i < judged.Count; i++)
        {
            if (judged[i] is { Figure: not null, Verdict: not (Verdict.Agrees or Verdict.AgreesWithinHedge) } && right.Contains((judged[i].Figure, sentenceOf(i))))
            {
                judged[i] = withoutRecords(i);
            }
        }
    }

    private static CheckedQuantity Judge(ReadText read, int index, List<Finding> findings, IFigureBook? book, Claims claims)
    {
        var quantity = read.Quantities[index];
        // The first quantity of a finding is the one that is marked; the others only hear of it.
        var verdicts = findings.Where(f => f.About[0] == index && f.Verdict is not null).Select(f => f.Verdict!.Value).ToList();
        var own = verdicts.Count > 0 ? verdicts.Min() : quantity.IsClaim ? Verdict.Unbound : Verdict.NotAFigure;
        if (book is null || !quantity.IsClaim || quantity.IsBroken)
        {
            return new CheckedQuantity(quantity, own, null, findings);
        }
        var from = Math.Max(claims.Clauses.SentenceStart(quantity.At), quantity.At - Around);
        var to = Math.Min(claims.Clauses.SentenceEnd(quantity.At), quantity.At + Around);
        var match = book.Find(quantity, read.Clean.Form[from..to], quantity.At - from, Paragraph(read.Clean.Form, quantity.At));
        if (match is null)
        {
            return new CheckedQuantity(quantity, own, null, findings);
        }
        // The records know better than the numbers around it.
        var verdict = Judgement.Of(quantity, match);
        return new CheckedQuantity(quantity, verdict, match.Named.Key, [new Finding(Reason.Records, verdict, [index], [Claims.Say(match.Named.Value)]), .. findings]);
    }

    private static string Paragraph(string form, int at)
    {
        var (first, last) = (Math.Max(0, at - Around), Math.Min(form.Length, at + Around));
        var from = at == 0 ? -1 : form.LastIndexOf('\n', at - 1, at - first);
        var to = form.IndexOf('\n', at, last - at);
        return form[(from < 0 ? first : from + 1)..(to < 0 ? last : to)];
    }
}
