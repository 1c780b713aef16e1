using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Measuring;

/// <summary>
/// How well one text was read, against a table of expected figures.
/// Found: a claim (figure, percentage, money), an ordinal, a rank or a ratio has the expected value and a unit of the same kind; one quantity may answer
/// several lines, as a text that says 280户…全部清零 answers two.
/// Precise: a claim is explained when an expected figure that is no label has its value and kind of unit. A number said twice is explained twice;
/// a number that the table leaves out counts against us.
/// Told apart: a label of the table was not taken for a claim.
/// </summary>
public sealed record ReadingScore(
    string File, int Expected, int Found, int Qualified, int Labels, int ToldApart, int Claims, int Explained, int Broken,
    IReadOnlyList<string> Missed, IReadOnlyList<string> Unexplained, IReadOnlyList<string> OtherQualifier, IReadOnlyList<(ExpectedFigure Figure, bool Holds)> Relations)
{
    public static ReadingScore Of(string file, IReadOnlyList<ExpectedFigure> expected, ReadText read)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(read);
        var figures = expected.Where(e => !e.IsLabel).ToList();
        var labels = expected.Where(e => e.IsLabel).ToList();
        var answers = read.Quantities.Where(q => q.IsClaim || q.Role is Role.Ordinal or Role.Rank or Role.Ratio).ToList();
        List<string> missed = [], other = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        var (found, qualified) = (0, 0);
        foreach (var figure in figures)
        {
            var matches = answers.Where(q => Fits(q, figure)).ToList();
            if (matches.Count == 0)
            {
                missed.Add($"{figure.Id} {figure.Value} {figure.Unit}");
                continue;
            }
            found++;
            seen.Add(figure.Id);
            if (matches.Exists(q => q.Qualifier == figure.Qualifier))
            {
                qualified++;
            }
            else
            {
                other.Add($"{figure.Id} {matches[0].Raw}: {matches[0].Qualifier}, not {figure.Qualifier}");
            }
        }
        var claims = answers.Where(q => q.IsClaim && !q.IsBroken).ToList();
        var unexplained = claims.Where(q => !figures.Exists(f => Fits(q, f))).ToList();
        return new ReadingScore(file, figures.Count, found, qualified, labels.Count, labels.Count(l => !unexplained.Exists(q => Fits(q, l))),
            claims.Count, claims.Count - unexplained.Count, read.Quantities.Count(q => q.IsBroken),
            missed, [.. unexplained.Select(q => $"{q.Raw} ({q.Value} {q.Unit}) at {q.Start}")], other,
            Measuring.Relations.Check(expected, seen));
    }

    private static bool Fits(Quantity quantity, ExpectedFigure figure) =>
        quantity.Value == figure.Value && (quantity.Unit is null || quantity.Unit == figure.Unit || AreAlike(quantity.Unit, figure.Unit));

    // 项, 件 and 个 count the same things; people, person-times, households, money, areas and times never stand for each other.
    private static bool AreAlike(string one, string other) => IsCounter(one) && IsCounter(other);

    private static bool IsCounter(string unit) => Measures.DimensionOf(unit) is Dimension.Thing or Dimension.Body or Dimension.Text or Dimension.Device;
}
