using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Checks;

/// <summary>A figure with all the names under which texts speak of it, and its values for other periods.</summary>
public sealed record NamedFigure(KnownFigure Figure, IReadOnlyList<string> Names, IReadOnlyList<KnownFigure> OtherPeriods);

/// <summary>
/// A book of figures found by their names: a number means the figure whose name, by pairs of characters, stands most fully in its clause, then in its
/// sentence, in a unit that fits. A number is called wrong only where the name stands there nearly whole and no other figure comes near; where it agrees,
/// less is enough. A sentence about a part (a town, one unit) is never called wrong by a figure of the whole.
/// </summary>
/// <param name="figures">All that may be meant.</param>
/// <param name="parts">Names of parts of the whole.</param>
public sealed class NamedFigures(IReadOnlyList<NamedFigure> figures, IReadOnlyList<string> parts) : IFigureBook
{
    private const double Enough = 0.6;
    private const double NearlyWhole = 0.85;
    private const int FewPairs = 3;
    private const double Lead = 1.2;
    private const double Slack = 0.1;
    private const double Trifle = 1e-9;
    private const double SentenceShare = 0.7;
    private const double SentenceWeight = 0.3;
    private static readonly char[] _clauseEnds = ['，', '；', '、', '。', '：', ',', ';', ':', '\n', '（', '）', '(', ')'];

    private readonly IReadOnlyList<(NamedFigure Figure, IReadOnlyList<string[]> Pairs)> _known = [.. figures.Select(f => (f, (IReadOnlyList<string[]>)[.. f.Names.Select(PairsOf).Where(p => p.Length > 0)]))];

    public FigureMatch? Find(Quantity quantity, string sentence, int at, string paragraph)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        ArgumentNullException.ThrowIfNull(sentence);
        var clause = ClauseAt(sentence, at);
        List<(FigureMatch Match, double Share, double Weight, bool Agrees)> found = [];
        foreach (var (figure, names) in _known)
        {
            var match = new FigureMatch(figure.Figure, figure.OtherPeriods, []);
            var verdict = Judgement.Of(quantity, match);
            if (verdict is Verdict.WrongUnit or Verdict.Unreadable)
            {
                continue;
            }
            foreach (var pairs in names)
            {
                var (share, weight) = Weigh(pairs, clause, sentence);
                if (share >= Enough)
                {
                    found.Add((match, share, weight, verdict is Verdict.Agrees or Verdict.AgreesWithinHedge));
                }
            }
        }
        if (found.Count == 0)
        {
            return null;
        }
        var best = found.OrderByDescending(f => f.Weight).ThenByDescending(f => f.Share).First();
        // Of names that fit about as well, the one that the number agrees with is meant.
        var near = found.Where(f => f.Weight * Lead >= best.Weight - Trifle && f.Share >= best.Share - Slack).ToList();
        if (near.FirstOrDefault(f => f.Agrees) is { Match: { } agreed })
        {
            return agreed;
        }
        var isSure = best.Share >= NearlyWhole && best.Weight >= FewPairs && near.All(f => f.Match.Named.Key == best.Match.Named.Key);
        return isSure && !parts.Any(p => sentence.Contains(p, StringComparison.Ordinal)) ? best.Match : null;
    }

    // Pairs in the clause count whole, those that stand only elsewhere in the sentence less.
    private static (double Share, double Weight) Weigh(string[] pairs, string clause, string sentence)
    {
        var near = pairs.Count(p => clause.Contains(p, StringComparison.Ordinal));
        var far = pairs.Count(p => sentence.Contains(p, StringComparison.Ordinal)) - near;
        return ((near + (far * SentenceShare)) / pairs.Length, near + (far * SentenceWeight));
    }

    private static string ClauseAt(string sentence, int at)
    {
        var from = at <= 0 ? 0 : sentence.LastIndexOfAny(_clauseEnds, Math.Min(at, sentence.Length) - 1) + 1;
        var to = sentence.IndexOfAny(_clauseEnds, Math.Clamp(at, 0, sentence.Length));
        return sentence[from..(to < 0 ? sentence.Length : to)];
    }

    private static string[] PairsOf(string name)
    {
        var plain = string.Concat(name.Where(char.IsLetterOrDigit)).Replace("的", "", StringComparison.Ordinal);
        return plain.Length < 2 ? [] : [.. Enumerable.Range(0, plain.Length - 1).Select(i => plain.Substring(i, 2)).Distinct()];
    }
}
