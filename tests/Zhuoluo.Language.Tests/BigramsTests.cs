namespace Zhuoluo.Language.Tests;

public sealed class BigramsTests
{
    [Theory]
    [InlineData("停车难，路灯", "停车 车难 难 路灯 灯")]
    [InlineData("12345热线 WiFi", "12345 热线 线 wifi")]
    [InlineData("路", "路")]
    [InlineData("𠮷安县", "𠮷安 安县 县")]
    [InlineData("，。", "")]
    public void Indexes_overlapping_pairs_and_the_last_character(string text, string index) =>
        Assert.Equal(index, Bigrams.Index(text));

    [Fact]
    public void A_query_gives_a_phrase_for_each_run() =>
        Assert.Equal(["停车 车难", "路*", "abc"], Bigrams.Query("停车难 路 ABC"));

    [Fact]
    public void A_phrase_does_not_cross_from_one_run_into_the_next() =>
        Assert.DoesNotContain("甲乙 乙丙", Bigrams.Index("甲乙，乙丙"), StringComparison.Ordinal);

    [Fact]
    public void Expressions_quote_every_word()
    {
        Assert.Equal("\"停车 车难\" AND \"路\" *", Bigrams.Fts5("停车难 路"));
        Assert.Equal("('停车' <-> '车难') & '路':*", Bigrams.TsQuery("停车难 路"));
        Assert.Equal("", Bigrams.Fts5("\" OR *"[..1]));
    }
}
