using System.Globalization;
using AngleSharp.Dom;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Tests.Rooms.Disclosure;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters;

public sealed class StatisticsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("?by=month")]
    [InlineData("?by=unit")]
    [InlineData("?by=category")]
    [InlineData("?by=channel")]
    [InlineData("?by=kind")]
    [InlineData("?by=drive")]
    public async Task Every_number_that_is_a_link_opens_a_list_with_exactly_that_total(string query)
    {
        await using var house = await OpenAsync();
        using var client = await house.Site.SignInAsync(Role.Dispatcher);

        var page = await client.PageAsync("/statistics" + query);

        Assert.Equal(6, NumberIn(page.QuerySelector("a.figure-tile")!));
        Assert.NotEmpty(page.QuerySelectorAll("#table a.figure-link"));
        foreach (var link in page.QuerySelectorAll("main a.figure-tile, main a.figure-link"))
        {
            var list = await client.PageAsync(link.GetAttribute("href")!);
            Assert.Equal((link.GetAttribute("href"), NumberIn(link)), (link.GetAttribute("href"), TotalOf(list)));
        }
        foreach (var mark in page.QuerySelectorAll("main .chart-wide a"))
        {
            var list = await client.PageAsync(mark.GetAttribute("href")!);
            var said = mark.QuerySelector("title")!.TextContent;
            Assert.EndsWith(TotalOf(list).ToString(CultureInfo.InvariantCulture), Digits(said), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_unit_sees_its_own_numbers_and_each_opens_its_own_list()
    {
        await using var house = await OpenAsync();
        using var client = await house.Site.SignInAsync(Role.UnitHead, Town.Pipes.Id);

        var page = await client.PageAsync("/statistics");

        Assert.Equal(3, NumberIn(page.QuerySelector("a.figure-tile")!));
        foreach (var link in page.QuerySelectorAll("main a.figure-tile, main a.figure-link"))
        {
            Assert.Equal(NumberIn(link), TotalOf(await client.PageAsync(link.GetAttribute("href")!)));
        }
    }

    // Six that count and a confidential one that does not.
    private static async Task<StaffSite> OpenAsync()
    {
        var house = await StaffSite.OpenAsync();
        await house.RegisterAsync();
        await house.RegisterAsync(change: c => c with { Kind = MatterKind.Complaint });
        await house.RegisterAsync("举报某人", c => c with { IsConfidential = true });
        await house.AssignedAsync(Town.Pipes);
        await house.SignedAsync(Town.Pipes, Town.PipeHandler);
        var answered = await house.SignedAsync(Town.Pipes, Town.PipeHandler);
        await house.DoAsync(answered, Verb.Answer, Town.PipeHandler, d => d with { Text = "已更换老化水管，恢复供水。", Outcome = MatterOutcome.Solved });
        var atOnce = await house.RegisterAsync();
        await house.DoAsync(atOnce, Verb.AnswerAtOnce, Town.Dispatcher, d => d with { Text = "已当场说明。", Outcome = MatterOutcome.Explained });
        await house.Site.DrainAsync();
        return house;
    }

    private static int NumberIn(IElement link) =>
        int.Parse((link.QuerySelector(".figure-number") ?? link).TextContent.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static int TotalOf(IParentNode list) => int.Parse(Digits(list.QuerySelector(".list-head strong")!.TextContent), CultureInfo.InvariantCulture);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
