using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Terms;
using Zhuoluo.Rooms.Matters.Triage;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Terms;

public sealed class TermsTests
{
    [Theory, EachDatabase]
    public async Task The_same_list_twice_changes_nothing_and_one_bad_line_stops_it(Db db)
    {
        await using var house = await HouseAsync(db);
        var handler = house.Services.GetRequiredService<ChangeTermsHandler>();
        ChangeTerms Lines(params TermLine[] lines) => new(lines, []);
        var line = new TermLine("lamp", TermKind.Synonym, "街灯", "路灯", 1);

        Assert.Equal(new TermsChanged(1, 0, 0), (await handler.HandleAsync(Lines(line), house.ActAs(County.Dispatcher), default)).Made());
        Assert.Equal(new TermsChanged(0, 0, 0), (await handler.HandleAsync(Lines(line), house.ActAs(County.Dispatcher), default)).Made());
        Assert.Equal(new TermsChanged(0, 1, 0), (await handler.HandleAsync(Lines(line with { Weight = 3 }), house.ActAs(County.Dispatcher), default)).Made());
        Assert.IsType<UnreadableTermLine>((await handler.HandleAsync(Lines(line with { Text = "杆灯" }, line with { Weight = 99 }), house.ActAs(County.Dispatcher), default)).Refused());
        Assert.Equal("unknown-category", (await handler.HandleAsync(Lines(line with { Category = "none" }), house.ActAs(County.Dispatcher), default)).Refused().Code);
        Assert.IsType<NotPermitted>((await handler.HandleAsync(Lines(line), house.ActAs(County.Handler), default)).Refused());

        var kept = await house.ReadAsync(r => r.Set<Term>().SingleAsync());
        Assert.Equal(["街灯"], house.Services.GetRequiredService<WordBook>().OthersFor("路灯"));
        Assert.Equal(new TermsChanged(0, 0, 1), (await handler.HandleAsync(new ChangeTerms([], [kept.Id]), house.ActAs(County.Dispatcher), default)).Made());
        Assert.Empty(house.Services.GetRequiredService<WordBook>().OthersFor("路灯"));
        await house.DrainAsync();
        Assert.Equal(3, await house.ReadAsync(r => r.Set<Zhuoluo.Data.LedgerEntry>().CountAsync(e => e.Kind == "term.changed")));
    }

    [Fact]
    public void A_file_comes_back_in_as_it_went_out()
    {
        Term[] terms = [new() { Id = 1, CategoryCode = "lamp", Kind = TermKind.LocalName, Text = "=灯,杆", StandsFor = "路灯", Weight = 2 }];
        using var reader = new StringReader(Encoding.UTF8.GetString(TermLine.Write(terms)).TrimStart('\uFEFF'));
        Assert.Equal([new TermLine("lamp", TermKind.LocalName, "=灯,杆", "路灯", 2)], TermLine.Read(reader).Made());
    }

    [Theory]
    [InlineData("category,kind,text\nlamp,同义词,街灯", null)]
    [InlineData("category,kind,text\nlamp,word,街灯", "unreadable-term-line")]
    [InlineData("category,kind,text,stands_for,weight\nlamp,synonym,街灯,,x", "unreadable-term-line")]
    [InlineData("a,b\n1,2", "not-a-table")]
    [InlineData("", "not-a-table")]
    public void What_cannot_be_read_is_refused_with_its_line(string file, string? code)
    {
        using var reader = new StringReader(file);
        Assert.Equal(code, TermLine.Read(reader).Match<string?>(_ => null, r => r.Code));
    }

    [Fact]
    public void The_shipped_words_can_be_read_and_belong_to_shipped_topics()
    {
        using var reader = new StringReader(Repository.Read("catalog/matters/terms.csv"));
        var topics = Zhuoluo.Rooms.Matters.Categories.StarterSet.Read().Select(c => c.Code).ToHashSet();
        Assert.All(TermLine.Read(reader).Made(), l => Assert.Contains(l.Category, topics));
    }

    [Fact]
    public void Signs_for_a_topic_and_against_it_move_the_guess()
    {
        Category[] topics = [Topic("a", "甲类"), Topic("b", "乙类")];
        Term Sign(string topic, TermKind kind, string text, int weight = 1) => new() { Id = 1, CategoryCode = topic, Kind = kind, Text = text, Weight = weight };
        const string Text = "红绿灯一直不亮";

        Assert.Null(CategoryWords.Shipped.Guess(Text, topics));
        Assert.Equal("a", CategoryWords.Shipped.Guess(Text, topics, [Sign("a", TermKind.Keyword, "不亮"), Sign("b", TermKind.Keyword, "绿灯")]));
        Assert.Equal("b", CategoryWords.Shipped.Guess(Text, topics, [Sign("a", TermKind.Keyword, "不亮"), Sign("a", TermKind.Exclusion, "红绿灯"), Sign("b", TermKind.Keyword, "绿灯")]));
    }

    [Fact]
    public async Task The_page_adds_removes_imports_and_exports_and_is_only_for_those_who_keep_topics()
    {
        await using var house = await StaffSite.OpenAsync();
        using var client = await house.Site.SignInAsync(Role.Dispatcher);
        var topic = Town.Categories[0].Code;
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostFormAsync("/terms", new() { ["Form.Text"] = "天灯", ["Form.Category"] = topic, ["Form.Kind"] = "synonym" }, ".split section form")).StatusCode);
        var page = await client.PageAsync("/terms?category=" + topic);
        Assert.Contains("天灯", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{topic},synonym,天灯,,1", await client.GetStringAsync("/terms/export"), StringComparison.Ordinal);
        await client.PostFormAsync("/terms?category=" + topic, [], "tr:has(td.lead:contains('天灯')) .act form");
        Assert.DoesNotContain("天灯", await client.GetStringAsync("/terms/export"), StringComparison.Ordinal);

        using var other = await house.Site.SignInAsync(Role.Handler, Town.Pipes.Id);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/terms")).StatusCode);
    }

    private static async Task<TestHouse> HouseAsync(Db db)
    {
        var house = await County.OpenAsync(db);
        await house.InsertAsync([Topic("lamp", "路灯")]);
        return house;
    }

    private static Category Topic(string code, string name) => new() { Code = code, Name = name, StandardRef = "county", ValidFrom = new DateOnly(2000, 1, 1) };
}
