using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Zhuoluo.Foundation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Calendars;

public sealed class CalendarPagesTests
{
    [Fact]
    public async Task Get_shows_a_year_with_its_make_up_days_by_word()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync("/calendar/2026"));

        Assert.Equal(12, page.QuerySelectorAll("table.cal-month").Length);
        Assert.Equal(6, page.QuerySelectorAll("td .cal-work").Length);
        Assert.Equal(33, page.QuerySelectorAll("td .cal-off").Length);
        Assert.Empty(page.QuerySelectorAll("main .notice-wait"));
        Assert.Contains("248", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_warns_that_a_year_without_notice_is_provisional()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync("/calendar/2027"));
        Assert.Single(page.QuerySelectorAll("main .notice-wait"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/calendar/1999")).StatusCode);
    }

    [Fact]
    public async Task Get_explains_a_deadline_day_by_day()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync("/calendar/deadline?Day=2026-09-23&Number=5&Unit=WorkingDay"));
        Assert.Contains("2026-10-08", page.QuerySelector(".cal-due")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(16, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("中秋节", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Day=9999-12-31&Number=5&Unit=WorkingDay")]
    [InlineData("Day=x&Number=y&Unit=z")]
    [InlineData("Day=2026-09-23&Number=-1&Unit=WorkingDay")]
    [InlineData("Day=2026-09-23&Number=5&Unit=77")]
    public async Task Get_survives_nonsense(string query)
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        var answer = await client.GetAsync("/calendar/deadline?" + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("cal-due", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_api_answers_a_deadline_and_a_year()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        using var deadline = JsonDocument.Parse(await client.GetStringAsync("/api/v1/deadline?start=2026-09-23&limit=5wd"));
        Assert.Equal("2026-10-08T17:30:00+08:00", deadline.RootElement.GetProperty("due").GetString());
        Assert.Equal("start", deadline.RootElement.GetProperty("days")[0].GetProperty("reason").GetString());
        using var year = JsonDocument.Parse(await client.GetStringAsync("/api/v1/calendar/2026"));
        Assert.Equal(248, year.RootElement.GetProperty("workingDays").GetInt32());
        Assert.Equal(39, year.RootElement.GetProperty("days").GetArrayLength());

        var refused = await client.GetAsync("/api/v1/deadline?start=2026-09-23&limit=5");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("limit-invalid", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_changes_a_profile_and_everybody_on_the_staff_reads_it()
    {
        await using var site = await TestSite.StartAsync();
        using var administrator = await site.SignInAsync(SiteStaff.Administrator);
        var saved = await administrator.PostFormAsync("/calendar/profiles/anyang", new() { ["Form.Name"] = "安阳做法" });
        Assert.Equal("/calendar/profiles#anyang", saved.Headers.Location?.OriginalString);

        using var clerk = await site.SignInAsync(Role.Clerk);
        var page = await clerk.PageAsync("/calendar/profiles");
        Assert.Contains("安阳做法", page.QuerySelector("#anyang")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main a[href^='/calendar/profiles/']"));
        // A copy of the same rows: nothing was lost on the way through the form.
        Assert.Equal(4, page.QuerySelectorAll("#anyang tbody tr").Length);
    }

    [Theory]
    [InlineData("/calendar/import")]
    [InlineData("/calendar/profiles/county")]
    public async Task Get_is_for_administrators_only(string url)
    {
        await using var site = await TestSite.StartAsync();
        using var clerk = await site.SignInAsync(Role.Clerk);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync(url)).StatusCode);
        using var anybody = site.Client();
        Assert.NotEqual(HttpStatusCode.OK, (await anybody.GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task Post_imports_a_notice_and_refuses_another_file()
    {
        await using var site = await TestSite.StartAsync();
        using var administrator = await site.SignInAsync(SiteStaff.Administrator);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await UploadAsync(administrator, "{}")).StatusCode);
        var done = await UploadAsync(administrator, ImportCalendarTests.Notice2027);
        Assert.Equal("/calendar/2027", done.Headers.Location?.OriginalString);
        Assert.Empty((await administrator.PageAsync("/calendar/2027")).QuerySelectorAll("main .notice-wait"));
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string text)
    {
        var page = await client.PageAsync("/calendar/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(text), "Form.Notice", "notice.json" },
        };
        return await client.PostAsync("/calendar/import", form);
    }
}
