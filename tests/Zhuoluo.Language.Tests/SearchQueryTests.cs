namespace Zhuoluo.Language.Tests;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("路灯", "((\"路灯\"))")]
    [InlineData("路灯 停车难", "((\"路灯\")) AND ((\"停车 车难\"))")]
    [InlineData("路灯 -小区", "(((\"路灯\"))) NOT (((\"小区\")))")]
    [InlineData("“停车难，路灯”", "((\"停车 车难 难 路灯\"))")]
    [InlineData("停车难，路灯", "((\"停车 车难\" AND \"路灯\"))")]
    [InlineData("路", "((\"路\" *))")]
    [InlineData("2026-000123", "((\"2026\" AND \"000123\"))")]
    [InlineData("路灯 路灯", "((\"路灯\"))")]
    [InlineData("-小区", "")]
    [InlineData("\" OR * ( )", "((\"or\"))")]
    [InlineData("", "")]
    public void A_query_becomes_an_expression_of_quoted_words(string typed, string fts5) => Assert.Equal(fts5, SearchQuery.Parse(typed).Fts5);

    [Theory]
    [InlineData("路灯 停车难", "((('路灯'))) & ((('停车' <-> '车难')))")]
    [InlineData("路灯 -小区", "(((('路灯')))) & !(((('小区'))))")]
    [InlineData("路", "(('路':*))")]
    public void The_same_for_postgresql(string typed, string query) => Assert.Equal(query, SearchQuery.Parse(typed).TsQuery);

    [Theory]
    [InlineData("路灯", "路灯")]
    [InlineData("路燈", "路灯")]
    [InlineData("停车难", null)]
    [InlineData("路灯 停车", null)]
    [InlineData("wifi", null)]
    [InlineData("路", null)]
    public void One_pair_is_known_as_such(string typed, string? pair) => Assert.Equal(pair, SearchQuery.Parse(typed).OnlyPair);

    [Fact]
    public void Synonyms_widen_what_is_wanted_and_nothing_that_is_quoted_or_excluded()
    {
        var query = SearchQuery.Parse("路灯 -街灯 \"路灯\"").Widen(w => w is "路灯" or "街灯" ? ["街燈", "路灯"] : []);
        Assert.Equal("(((\"路灯\") OR (\"街灯\"))) NOT (((\"街灯\")))", query.Fts5);
    }

    [Fact]
    public void More_words_than_anybody_means_are_left_out() =>
        Assert.Equal(SearchQuery.MostTerms, SearchQuery.Parse(string.Join(' ', Enumerable.Range(1000, 500))).Terms.Count);
}
