using AngleSharp;
using System.Net;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Resident;

public sealed class TrackTests
{
    [Fact]
    public async Task Shows_the_matter_to_who_holds_number_and_code_however_they_type_them()
    {
        await using var site = await Site.OpenAsync();
        using var client = site.Client();
        var (number, code) = await client.SendAsync();
        using var later = site.Client();
        var answer = await later.TrackAsync(number.Replace("-", " ", StringComparison.Ordinal), code.ToLowerInvariant().Insert(5, "-"));
        Assert.Equal("/track", answer.Headers.Location!.OriginalString);
        var page = await later.PageAsync("/track");
        Assert.Contains(number, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("村口路灯坏了三天", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(code, page.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_and_an_unknown_number_get_the_same_answer()
    {
        await using var site = await Site.OpenAsync();
        using var client = site.Client();
        var (number, _) = await client.SendAsync();
        using var stranger = site.Client();
        var wrong = await stranger.TrackAsync(number, "0000000000");
        var unknown = await stranger.TrackAsync("2026-999999", "0000000000");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        Assert.Equal(await ErrorsAsync(wrong), await ErrorsAsync(unknown));
        Assert.DoesNotContain("zhuoluo.track", string.Join(' ', wrong.Headers.TryGetValues("Set-Cookie", out var set) ? set : []), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_over_after_half_an_hour_and_when_the_person_leaves()
    {
        await using var site = await Site.OpenAsync();
        using var client = site.Client();
        var (number, code) = await client.SendAsync();
        await client.TrackAsync(number, code);
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.NotNull((await client.PageAsync("/track")).QuerySelector("#Form_Code"));

        await client.TrackAsync(number, code);
        await client.PostFormAsync("/track", [], "form[action*=Leave]");
        Assert.NotNull((await client.PageAsync("/track")).QuerySelector("#Form_Code"));
    }

    private static async Task<string> ErrorsAsync(HttpResponseMessage answer) =>
        (await answer.ReadPageAsync()).QuerySelector(".error-summary")!.TextContent;
}
