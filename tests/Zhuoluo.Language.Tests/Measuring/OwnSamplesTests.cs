using Zhuoluo.Language.Checks;
using Zhuoluo.Language.Measuring;
using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Tests.Measuring;

/// <summary>Eight invented articles in the manner of offices, annotated before they were read, and slips planted in them (slips.tsv: file, right, wrong).</summary>
public sealed class OwnSamplesTests
{
    private static readonly List<ExpectedFigure> _expected = [.. ExpectedFigure.Read(Sample.Lines("Own/figures.csv"))];

    [Fact]
    public void Finds_nearly_all_figures_with_their_hedges_and_hardly_any_other()
    {
        var scores = _expected.GroupBy(e => e.File).Select(g => ReadingScore.Of(g.Key, [.. g], QuantityReader.Read(Sample.Text("Own/" + g.Key)))).ToList();
        Assert.Equal(8, scores.Count);
        Assert.True(scores.Sum(s => s.Found) >= 0.97 * scores.Sum(s => s.Expected), string.Join('\n', scores.SelectMany(s => s.Missed)));
        Assert.True(scores.Sum(s => s.Explained) >= 0.95 * scores.Sum(s => s.Claims), string.Join('\n', scores.SelectMany(s => s.Unexplained)));
        Assert.True(scores.Sum(s => s.Qualified) >= 0.97 * scores.Sum(s => s.Found), string.Join('\n', scores.SelectMany(s => s.OtherQualifier)));
    }

    [Fact]
    public void Finds_nothing_wrong_in_what_is_right() =>
        Assert.All(_expected.Select(e => e.File).Distinct(), file => Assert.DoesNotContain(DraftCheck.Run(Sample.Text("Own/" + file)).Findings, f => f.Verdict is not null));

    [Fact]
    public void Finds_every_planted_slip() =>
        Assert.All(Sample.Lines("Own/slips.tsv"), line =>
        {
            var slip = line.Split('\t');
            var text = Sample.Text("Own/" + slip[0]);
            var at = text.IndexOf(slip[1], StringComparison.Ordinal);
            Assert.True(at >= 0, line);
            var marked = DraftCheck.Run(text[..at] + slip[2] + text[(at + slip[1].Length)..]);
            // The number that was changed is marked, or belongs to what is.
            var changed = Enumerable.Range(0, marked.Quantities.Count).Where(i => marked.Quantities[i].Quantity is var q && q.End > at && q.Start < at + slip[2].Length).ToHashSet();
            Assert.Contains(marked.Findings, f => f.Verdict is not null && f.About.Any(changed.Contains));
        });
}
