using System.Net;

namespace Zhuoluo.Tests.Shell;

public sealed class PageFrameTests(ShellHost host) : IClassFixture<ShellHost>
{
    [Theory]
    [InlineData("/shell/parts", 200)]
    [InlineData("/nowhere", 404)]
    [InlineData("/forbidden", 403)]
    [InlineData("/broken", 500)]
    [InlineData("/site.css", 200)]
    [InlineData("/api/nowhere", 404)]
    public async Task Every_answer_carries_the_security_headers(string path, int status)
    {
        using var answer = await host.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("/nowhere", "没有找到")]
    [InlineData("/forbidden", "没有权限")]
    [InlineData("/broken", "系统出了问题")]
    [InlineData("/nowhere?lang=zh-Hant", "沒有找到")]
    [InlineData("/nowhere?lang=en", "Page not found")]
    public async Task A_person_reads_what_went_wrong_in_their_language(string path, string title)
    {
        using var answer = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Contains($"<h1>{title}</h1>", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/api/nowhere")]
    [InlineData("/api/broken")]
    public async Task A_program_gets_problem_details(string path)
    {
        using var answer = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/shell/parts")]
    [InlineData("/plain")]
    [InlineData("/site.css")]
    [InlineData("/nowhere")]
    public async Task Head_answers_like_get_without_a_body(string path)
    {
        using var get = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await host.Client.SendAsync(request);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("en-GB", "en")]
    [InlineData("fr", "zh-Hans")]
    public async Task The_page_speaks_the_language_that_the_browser_asks_for(string asked, string given)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/shell/parts");
        request.Headers.AcceptLanguage.ParseAdd(asked);
        using var answer = await host.Client.SendAsync(request);
        Assert.Contains($"<html lang=\"{given}\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_chosen_language_is_kept_in_a_cookie()
    {
        using var answer = await host.Client.GetAsync(new Uri("/plain?lang=en", UriKind.Relative));
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("zhuoluo.lang=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_menu_shows_only_what_is_for_the_reader()
    {
        var page = await host.Client.GetStringAsync(new Uri("/shell/parts", UriKind.Relative));
        Assert.Contains("href=\"/desk\"", page);
        Assert.DoesNotContain("href=\"/hidden\"", page);
    }

    [Fact]
    public async Task Styles_are_sent_compressed_and_may_be_kept_for_a_year_under_their_version()
    {
        var page = await host.Client.GetStringAsync(new Uri("/shell/parts", UriKind.Relative));
        var address = System.Text.RegularExpressions.Regex.Match(page, "/lib/bootstrap.min.css\\?v=[0-9a-f]{10}").Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        Assert.InRange(answer.Content.Headers.ContentLength ?? 0, 1, 27_000);
        Assert.Contains("immutable", answer.Headers.CacheControl?.ToString());
    }
}
