using Zhuoluo.Language.Measuring;
using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Tests.Measuring;

/// <summary>The five published reviews: two of them crawled into disorder. General rules carry this; no sentence of them stands in the code.</summary>
public sealed class ReadingScoreTests
{
    private static readonly Lazy<List<ReadingScore>> _scores = new(() =>
        [.. ExpectedFigure.Read(Sample.Lines("figures.csv")).GroupBy(e => e.File)
            .Select(g => ReadingScore.Of(g.Key, [.. g], QuantityReader.Read(Sample.Text(g.Key))))]);

    [Fact]
    public void Finds_nearly_all_figures_with_their_hedges_and_hardly_any_other()
    {
        var scores = _scores.Value;
        Assert.Equal(5, scores.Count);
        Assert.True(scores.Sum(s => s.Found) >= 0.97 * scores.Sum(s => s.Expected), string.Join('\n', scores.SelectMany(s => s.Missed)));
        Assert.True(scores.Sum(s => s.Explained) >= 0.95 * scores.Sum(s => s.Claims), string.Join('\n', scores.SelectMany(s => s.Unexplained)));
        Assert.True(scores.Sum(s => s.Qualified) >= 0.97 * scores.Sum(s => s.Found), string.Join('\n', scores.SelectMany(s => s.OtherQualifier)));
    }

    [Fact]
    public void Every_relation_between_the_figures_holds_among_what_was_read()
    {
        var relations = _scores.Value.SelectMany(s => s.Relations).ToList();
        Assert.Equal(24, relations.Count);
        Assert.All(relations, r => Assert.True(r.Holds, $"{r.Figure.Id} {r.Figure.Relation}"));
    }

    [Fact]
    public void Takes_no_label_for_a_count() => Assert.All(_scores.Value, s => Assert.Equal(s.Labels, s.ToldApart));

    [Theory]
    [InlineData("002_9580167390fa59db.txt")]
    [InlineData("003_2239c8fa01f11223.txt")]
    public void Reads_no_wrong_value_in_a_dirty_text(string file)
    {
        var score = _scores.Value.Single(s => s.File == file);
        Assert.Equal((score.Claims, 0), (score.Explained, score.Broken));
    }

    [Fact]
    public void Finds_every_figure_of_a_weekly_report_at_its_place()
    {
        var text = Sample.Text("05-weekly-report.txt");
        using var manifest = System.Text.Json.JsonDocument.Parse(Sample.Text("05-weekly-report.manifest.json"));
        var read = QuantityReader.Read(text).Quantities;
        Assert.All(manifest.RootElement.GetProperty("figures").EnumerateArray().ToList(), figure =>
        {
            var start = figure.GetProperty("at").GetInt32();
            var quantity = read.Single(q => q.Start == start);
            Assert.True(quantity.IsClaim);
            Assert.Equal(figure.GetProperty("text").GetString(), quantity.Raw);
            Assert.Equal(figure.GetProperty("qualifier").GetString(), quantity.Qualifier.ToString().ToLowerInvariant());
        });
        Assert.All(manifest.RootElement.GetProperty("notFigures").EnumerateArray().ToList(), label =>
        {
            var start = label.GetProperty("at").GetInt32();
            var end = start + label.GetProperty("text").GetString()!.Length;
            Assert.DoesNotContain(read, q => q.IsClaim && q.Start < end && start < q.End);
        });
    }
}
