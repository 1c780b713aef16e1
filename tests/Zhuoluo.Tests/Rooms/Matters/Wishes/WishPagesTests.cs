using System.Net;
using Zhuoluo.Foundation;
using Zhuoluo.Tests.Rooms.Matters.Resident;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Wishes;

public sealed class WishPagesTests
{
    [Fact]
    public async Task A_wish_is_raised_shown_taken_on_fulfilled_and_confirmed_through_its_pages_and_no_page_says_whose_it_is()
    {
        await using var site = await Site.OpenAsync();
        using var resident = site.Client();
        var raised = await (await resident.PostFormAsync("/wishes/raise", new()
        {
            ["Form.Kind"] = "thing",
            ["Form.Text"] = "想要一副老花镜",
            ["Form.TownCode"] = Site.Town,
            ["Form.Name"] = "王小明",
            ["Form.Phone"] = "13800001234",
        })).ReadPageAsync();
        var (number, code) = (raised.QuerySelector("#receipt-number")!.TextContent, raised.QuerySelector("#receipt-code")!.TextContent);
        using var editor = await site.SignInAsync(Role.Editor);
        using var head = await site.SignInAsync(Role.UnitHead, Site.BureauId);
        using var anybody = site.Client();
        Assert.DoesNotContain("老花镜", await anybody.GetStringAsync("/wishes"), StringComparison.Ordinal);

        await editor.DoAsync(number, "show", "想要一副老花镜");
        Assert.Contains("老花镜", await anybody.GetStringAsync("/wishes"), StringComparison.Ordinal);
        await head.DoAsync(number, "claim", null);
        await head.DoAsync(number, "fulfil", "已送到家中");
        var mine = await (await resident.PostFormAsync("/wishes/mine", new() { ["Form.Number"] = number, ["Form.Code"] = code })).ReadPageAsync();
        var pass = mine.QuerySelector("input[name=pass]")!.GetAttribute("value")!;
        Assert.DoesNotContain(code, mine.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var token = mine.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["pass"] = pass, ["verb"] = "confirm", ["__RequestVerificationToken"] = token });
        Assert.Equal(HttpStatusCode.OK, (await resident.PostAsync("/wishes/mine?handler=Do", form)).StatusCode);

        foreach (var path in new[] { "/wishes", "/wishes?reached=confirmed", "/api/v1/wishes?reached=confirmed" })
        {
            var page = await anybody.GetStringAsync(path);
            Assert.Contains(number, page, StringComparison.Ordinal);
            Assert.DoesNotContain("王小明", page, StringComparison.Ordinal);
            Assert.DoesNotContain("13800001234", page, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("王小明", await head.GetStringAsync($"/wishes/desk/{number}"), StringComparison.Ordinal);
        Assert.Contains("\"confirmed\":1", await anybody.GetStringAsync("/api/v1/wishes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_codes_of_wishes_is_held_up()
    {
        await using var site = await Site.OpenAsync();
        using var anybody = site.Client();
        for (var i = 0; i < 10; i++)
        {
            await anybody.PostFormAsync("/wishes/mine", new() { ["Form.Number"] = "W2026-000001", ["Form.Code"] = "AAAAAAAAAA" });
        }
        var answer = await anybody.PostFormAsync("/wishes/mine", new() { ["Form.Number"] = "W2026-000001", ["Form.Code"] = "AAAAAAAAAA" });
        Assert.Contains((await answer.ReadPageAsync()).QuerySelectorAll(".error-summary"), e => e.TextContent.Contains('次', StringComparison.Ordinal));
    }
}

internal static class WishSteps
{
    public static async Task DoAsync(this HttpClient client, string number, string verb, string? text)
    {
        var address = $"/wishes/desk/{number}";
        var answer = await client.PostFormAsync(address, text is null ? [] : new() { ["text"] = text }, $"form:has(input[value={verb}])");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
