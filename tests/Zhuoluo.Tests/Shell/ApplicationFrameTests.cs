using System.Net;
using AngleSharp.Html.Parser;
using Zhuoluo.Foundation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Shell;

/// <summary>The frame as the whole application serves it.</summary>
public sealed class ApplicationFrameTests
{
    [Fact]
    public async Task The_whole_application_sends_the_security_headers_and_hides_the_style_pages()
    {
        await using var site = await TestSite.StartAsync(isDemo: true);
        using var client = site.Client();
        foreach (var (path, status) in (IEnumerable<(string, HttpStatusCode)>)
            [("/site.css", HttpStatusCode.OK), ("/shell/parts", HttpStatusCode.NotFound)])
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_demonstration_says_so_on_every_page()
    {
        await using var site = await TestSite.StartAsync(isDemo: true);
        using var client = site.Client(followRedirects: true);
        using var answer = await client.GetAsync(new Uri("/nowhere", UriKind.Relative));
        Assert.Contains("演示数据", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_page_keeps_the_staff_in_their_frame_and_residents_in_theirs()
    {
        await using var site = await TestSite.StartAsync();
        using var resident = site.Client();
        using var staff = await site.SignInAsync(Role.Handler);
        foreach (var (client, path, isStaff) in new[] { (resident, "/nowhere", false), (staff, "/nowhere", true), (staff, "/organisation/people", true) })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(path == "/nowhere" ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, answer.StatusCode);
            var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
            Assert.Equal(isStaff, page.DocumentElement.ClassList.Contains("staff"));
            Assert.Equal(isStaff ? "/work" : "/", page.QuerySelector("main a.btn-primary")!.GetAttribute("href"));
        }
    }
}
