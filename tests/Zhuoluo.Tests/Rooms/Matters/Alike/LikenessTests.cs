using Zhuoluo.Rooms.Matters.Alike;
using Zhuoluo.Tests.Setup;
using Xunit.Abstractions;

namespace Zhuoluo.Tests.Rooms.Matters.Alike;

public sealed class LikenessTests(ITestOutputHelper output)
{
    private const string Village = "360821101201";

    [Theory]
    [InlineData("来电人反映：村口路灯坏了三天，请尽快处理。", "村口路灯坏了三天")]
    [InlineData("村民代表张三反映，路燈不亮", "路灯不亮")]
    public void What_every_report_begins_and_ends_with_is_taken_out(string text, string without) =>
        Assert.Equal([without], StopPhrases.Without(text).Split([',', ':', '。'], StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData(Village, Village, 0, 1000, 1000)]
    [InlineData(Village, "360821101", 45, 600, 500)]
    [InlineData(Village, "360821101202", 90, 200, 0)]
    [InlineData(Village, "360821102201", 200, 0, 0)]
    [InlineData("360821101", "360821101", 0, 600, 1000)]
    public void Place_and_time_count_as_the_rule_says(string one, string other, int days, int place, int time)
    {
        var like = Likeness.Of(Side("甲乙", one, 0), Side("丙丁", other, days));
        Assert.Equal((0, place, time), (like.Words, like.Place, like.Time));
        Assert.False(like.IsHint);
    }

    [Fact]
    public void Where_it_is_in_the_requesters_words_counts_too()
    {
        var one = AlikeSide.Of("", "路灯坏了", "三栋东侧", Village, null, new DateOnly(2026, 3, 2));
        Assert.Equal(1000, Likeness.Of(one, one).Place);
        Assert.Equal(700, Likeness.Of(one, AlikeSide.Of("", "路灯坏了", "学校门口", Village, null, new DateOnly(2026, 3, 2))).Place);
    }

    [Fact]
    public void The_same_text_the_same_day_is_whole()
    {
        var like = Likeness.Of(Side("村口路灯坏了三天", Village, 0), Side("群众反映，村口路灯坏了三天。", Village, 0));
        Assert.Equal(1000, like.Score);
        Assert.True(like.IsLikely);
    }

    /// <summary>The published figures (docs/duplicates.md) are those of this run.</summary>
    [Fact]
    public void Precision_and_recall_on_labelled_pairs_are_as_published()
    {
        using var file = new StringReader(Repository.Read("tests/Zhuoluo.Tests/Samples/duplicates/pairs.csv"));
        var pairs = LabelledPair.Read(file);
        var report = DuplicatesCommand.Report(pairs);
        output.WriteLine(report);

        Assert.True(pairs.Count >= 200);
        Assert.Contains(report.TrimEnd(), Repository.Read("docs/duplicates.md"), StringComparison.Ordinal);
        Assert.InRange(Measured.At(Likeness.Likely, pairs).Precision, 950, 1000);
        Assert.InRange(Measured.At(Likeness.Hint, pairs).Recall, 900, 1000);
    }

    private static AlikeSide Side(string text, string place, int days) => AlikeSide.Of("", text, null, place, null, new DateOnly(2026, 3, 2).AddDays(-days));
}
