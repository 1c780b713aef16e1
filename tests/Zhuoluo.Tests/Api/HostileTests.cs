using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation.Tokens;
using Zhuoluo.Shell.Api;
using Zhuoluo.Tests.Fences;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Api;

/// <summary>What somebody who means harm, or a program gone mad, sends. Nothing of it may end in a fault, open anything or get through twice.</summary>
public sealed class HostileTests
{
    private const string Matters = "/api/v1/matters";

    private static readonly string[] _broken =
    [
        "{\"kind\":\"help\",\"text\":\"\\ud800 half\",\"place\":\"360821\"}",
        "{\"kind\":\"help\",\"text\":\"a\\u0000b\",\"place\":\"360821\"}",
        "{\"kind\":\"help\",\"text\":\"a\\u202Eb\",\"place\":\"360821\"}",
        "{\"kind\":\"help\",\"text\":\"ok\",\"place\":\"\\u0000\"}",
        "{\"kind\":",
        "[[[[",
        "null",
        "",
    ];

    private static readonly string[] _tricks =
    [
        "/..%2f..%2f..%2fetc%2fpasswd",
        "/lib/..%5c..%5cappsettings.json",
        "/lib/%2e%2e/%2e%2e/zhuoluo.dll",
        "/keys/master.key",
        "/zhuoluo.db",
        "/public/%E0%80%80",
        "/public?q=%00",
        "/api/v1/public/matters?unit=%00&q=%ff",
        "/api/v1/public/matters?limit=99999999999999999999",
        "/api/v1/deadline?start=9999-12-31&limit=999999wd",
        "/places/..%2f/villages",
    ];

    [Fact]
    public async Task Broken_json_wrong_encodings_depth_length_and_types_are_refused()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        foreach (var body in _broken)
        {
            await AssertProblemAsync(await client.PostAsync(Matters, Json(body)), 400, 422);
        }
        var deep = new string('[', 5000) + new string(']', 5000);
        using var bytes = new ByteArrayContent([(byte)'"', 0xC3, 0x28, 0xFF, (byte)'"']);
        bytes.Headers.ContentType = new("application/json");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("kind", "help")]);

        await AssertProblemAsync(await client.PostAsync(Matters, Json(deep)), 400);
        await AssertProblemAsync(await client.PostAsync(Matters, bytes), 400);
        await AssertProblemAsync(await client.PostAsync(Matters, form), 415);
        await AssertProblemAsync(await client.PostAsJsonAsync(Matters, new { kind = "help", place = SiteStaff.CountyCode, text = new string('长', 100_000) }), 422);
        await AssertProblemAsync(await client.PostAsync(Matters, Json("\"" + new string('x', 2 << 20) + "\"")), 413);
        using var chunked = new HttpRequestMessage(HttpMethod.Post, Matters) { Content = Json("\"" + new string('x', 2 << 20) + "\""), Headers = { TransferEncodingChunked = true } };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await client.SendAsync(chunked)).StatusCode);
        using var huge = new StringContent(new string('x', 5 << 20), Encoding.UTF8, "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await client.PostAsync("/submit", huge)).StatusCode);
    }

    [Fact]
    public async Task Tricks_with_addresses_find_nothing_and_break_nothing()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        foreach (var address in _tricks)
        {
            var answer = await client.GetAsync(address);

            Assert.True((int)answer.StatusCode is >= 200 and < 500, $"{address}: {answer.StatusCode}");
            Assert.DoesNotContain("SQLite format", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_redirect_leads_out_and_no_header_is_smuggled_in()
    {
        await using var site = await TestSite.StartAsync();
        foreach (var target in (string[])["//evil.example", "https://evil.example", "/\\evil.example", "\r\nSet-Cookie: a=b", "javascript:alert(1)"])
        {
            using var client = site.Client();
            var answer = await client.PostFormAsync("/sign-in?return=" + Uri.EscapeDataString(target), new() { ["Form.LoginName"] = SiteStaff.Administrator, ["Form.Password"] = SiteStaff.Password });

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.DoesNotContain("evil", answer.Headers.Location!.OriginalString.Split('?')[0], StringComparison.Ordinal);
            Assert.StartsWith("/", answer.Headers.Location.OriginalString, StringComparison.Ordinal);
            Assert.DoesNotContain(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("a=b", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task No_page_takes_a_form_without_its_token_and_no_api_a_request_of_another_site()
    {
        await using var site = await TestSite.StartAsync();
        using var dispatcher = await site.SignInAsync(Role.Dispatcher);
        var taken = new List<string>();
        foreach (var page in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null))
        {
            var address = "/" + System.Text.RegularExpressions.Regex.Replace(page.RoutePattern.RawText ?? "", @"\{[^}]*\}", "1").TrimStart('/');
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("Form.Name", "x")]);
            var status = (await dispatcher.PostAsync(address, form)).StatusCode;
            if (status is not (HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed))
            {
                taken.Add($"{address}: {(int)status}");
            }
        }
        Assert.Empty(taken);

        foreach (var (header, value) in new[] { ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"), ("Origin", "null") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/drives") { Content = Json("{}"), Headers = { { header, value } } };
            var answer = await dispatcher.SendAsync(request);
            Assert.Contains("\"code\":\"from-another-site\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task A_machine_is_told_to_wait_by_its_address_and_others_are_not()
    {
        await using var site = await TestSite.StartAsync(budgets: new Budgets { Posts = 3, Reads = 5, Proxies = [new(IPAddress.Loopback, 32), new(IPAddress.IPv6Loopback, 128)] });

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, await FromAsync(site, "203.0.113.7", HttpMethod.Post, Matters));
        }
        using var client = site.Client();
        using var fourth = new HttpRequestMessage(HttpMethod.Post, Matters) { Content = Json("{"), Headers = { { "X-Forwarded-For", "198.51.100.1, 203.0.113.7" } } };
        var held = await client.SendAsync(fourth);
        await AssertProblemAsync(held, 429);
        Assert.True(held.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.TooManyRequests, await FromAsync(site, "203.0.113.7", HttpMethod.Post, "/submit"));
        Assert.Equal(HttpStatusCode.BadRequest, await FromAsync(site, "203.0.113.8", HttpMethod.Post, Matters));
        Assert.Equal(HttpStatusCode.OK, await FromAsync(site, "203.0.113.7", HttpMethod.Get, "/submit"));
        Assert.Equal(HttpStatusCode.OK, await FromAsync(site, "203.0.113.7", HttpMethod.Get, "/api/v1/places"));
        // One household of version 6 is one, whatever address of it sends.
        for (var i = 0; i < 3; i++)
        {
            await FromAsync(site, $"2001:db8:1:2::{i + 1}", HttpMethod.Post, Matters);
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, await FromAsync(site, "2001:db8:1:2::99", HttpMethod.Post, Matters));
    }

    [Fact]
    public void Limits_are_read_or_the_start_is_refused()
    {
        Assert.Equal((7, true, 2), Budgets.Read("10.0.0.0/8, 127.0.0.1", "off posts=7") is var b ? (b.Posts, b.IsOff, b.Proxies.Count) : default);
        Assert.Throws<FormatException>(() => Budgets.Read("proxy.local", null));
        Assert.Throws<FormatException>(() => Budgets.Read(null, "post=7"));
    }

    [Fact]
    public async Task Slow_bodies_and_heads_are_cut_off()
    {
        await using var site = await TestSite.StartAsync();
        var limits = site.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.True(limits.MinRequestBodyDataRate is { BytesPerSecond: >= 100 } rate && rate.GracePeriod <= TimeSpan.FromSeconds(10));
        Assert.True(limits.RequestHeadersTimeout <= TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(typeof(ReceiptCodes))]
    [InlineData(typeof(TokenBook))]
    public void Secret_codes_are_compared_in_constant_time(Type type) =>
        Assert.Contains(type.GetNestedTypes(System.Reflection.BindingFlags.NonPublic).Append(type).SelectMany(CodeReader.MembersTouchedBy), m => m is { Name: "FixedTimeEquals", DeclaringType.Name: "CryptographicOperations" });

    private static async Task<HttpStatusCode> FromAsync(TestSite site, string address, HttpMethod method, string to)
    {
        using var client = site.Client();
        using var request = new HttpRequestMessage(method, to) { Headers = { { "X-Forwarded-For", address } } };
        request.Content = method == HttpMethod.Post ? Json("{") : null;
        return (await client.SendAsync(request)).StatusCode;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static async Task AssertProblemAsync(HttpResponseMessage answer, params int[] statuses)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(statuses.Contains((int)answer.StatusCode), $"{answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"code\":\"", text, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
