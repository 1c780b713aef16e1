namespace Zhuoluo.Language.Tests;

public sealed class SearchMarksTests
{
    [Theory]
    [InlineData("村口路灯坏了，路灯下没人", "路灯", "村口[路灯]坏了，[路灯]下没人")]
    [InlineData("村口路\u200B燈壞了", "路灯 坏", "村口[路\u200B燈][壞]了")]
    [InlineData("编号２０２６－０００１２３和12026", "2026", "编号[２０２６]－０００１２３和12026")]
    [InlineData("面积20㎡左右", "20m2", "面积[20㎡]左右")]
    [InlineData("停车难", "停车难 车难", "[停车难]")]
    [InlineData("𠮷安县路灯", "安县", "𠮷[安县]路灯")]
    [InlineData("路灯", "-路灯", "路灯")]
    public void Words_are_marked_where_they_stand_in_the_text_as_written(string text, string query, string marked) =>
        Assert.Equal(marked.Replace("][", "", StringComparison.Ordinal), Marked(text, query));

    [Fact]
    public void A_long_text_is_shown_around_its_first_mark()
    {
        var text = new string('甲', 200) + "路灯" + new string('乙', 200);
        var shown = SearchMarks.Around(text, SearchMarks.Find(text, SearchQuery.Parse("路灯")), 60);
        Assert.Equal(60, shown.Length);
        Assert.Contains("路灯", text.Substring(shown.Start, shown.Length), StringComparison.Ordinal);
        Assert.Equal(new Stretch(0, 3), SearchMarks.Around("路灯坏", [], 60));
    }

    private static string Marked(string text, string query)
    {
        foreach (var mark in SearchMarks.Find(text, SearchQuery.Parse(query)).Reverse())
        {
            text = text.Insert(mark.End, "]").Insert(mark.Start, "[");
        }
        return text;
    }
}
