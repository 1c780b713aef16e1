using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Organisation.External;
using Zhuoluo.Rooms.Organisation.SignIn;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Organisation;

public sealed class ExternalTests : IAsyncLifetime
{
    private const string Failed = "/sign-in?external=failed";
    private readonly TestClock _clock = new();
    private LocalIssuer _issuer = null!;
    private TestSite _site = null!;

    public async Task InitializeAsync()
    {
        _issuer = await LocalIssuer.StartAsync(_clock);
        _site = await TestSite.StartAsync(change: s => s.AddSingleton(new ExternalOptions(_issuer.Address, LocalIssuer.Client, "secret", "")));
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task Who_connected_an_identity_signs_in_with_it_and_nobody_else_does()
    {
        using var stranger = _site.Client();
        Assert.Equal(Failed, await TravelAsync(stranger, "/sign-in/external"));
        Assert.Equal(1, await PeopleAsync());

        using var chen = await _site.SignInAsync(SiteStaff.Administrator);
        Assert.Equal("/account/second-factor", await TravelAsync(chen, "/account/external"));
        Assert.Contains(_issuer.Address, (await chen.PageAsync("/account/second-factor")).Body!.TextContent, StringComparison.Ordinal);

        using var fresh = _site.Client();
        Assert.Equal("/organisation/units", await TravelAsync(fresh, "/sign-in/external?return=%2Forganisation%2Funits"));
        Assert.Equal(HttpStatusCode.OK, (await fresh.GetAsync("/organisation/units")).StatusCode);

        using var other = await _site.SignInAsync(Role.Clerk);
        Assert.Equal(Failed, await TravelAsync(other, "/account/external"));
    }

    [Theory]
    [InlineData("audience")]
    [InlineData("nonce")]
    [InlineData("issuer")]
    [InlineData("key")]
    [InlineData("old")]
    public async Task A_token_that_is_not_for_us_now_opens_nothing(string wrong)
    {
        await ConnectAsync();
        switch (wrong)
        {
            case "audience": _issuer.Audience = "somebody-else"; break;
            case "nonce": _issuer.Nonce = "of-another-time"; break;
            case "issuer": _issuer.SaidIssuer = "http://127.0.0.1:1"; break;
            case "key": _issuer.OtherKey = RSA.Create(2048); break;
            default: _issuer.Age = TimeSpan.FromMinutes(8); break;
        }
        using var client = _site.Client();

        Assert.Equal(Failed, await TravelAsync(client, "/sign-in/external"));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task The_way_back_needs_the_browser_that_left_and_leads_into_this_site_only()
    {
        await ConnectAsync();
        using var left = _site.Client();
        var away = (await left.GetAsync("/sign-in/external?return=%2F%2Fexample.org")).Headers.Location!;
        var back = _issuer.Authorise(away);
        using var other = _site.Client();

        Assert.Equal(Failed, (await other.GetAsync(back)).Headers.Location!.OriginalString);
        var again = _issuer.Authorise(away);
        Assert.Equal("/work", (await left.GetAsync(again)).Headers.Location!.OriginalString);
        Assert.Equal(Failed, (await left.GetAsync(again)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_second_factor_is_still_asked_for()
    {
        await ConnectAsync();
        using var chen = await _site.SignInAsync(SiteStaff.Administrator);
        await chen.PostFormAsync("/account/second-factor", [], "form[action$='handler=Begin']");
        var key = SecondFactorTests.FromBase32((await chen.PageAsync("/account/second-factor")).QuerySelector("code.key")!.TextContent);
        await chen.PostFormAsync("/account/second-factor", new() { ["Form.Code"] = SecondFactorTests.Now(_site, key) }, "form[action$='handler=Confirm']");
        using var client = _site.Client();

        Assert.Equal("/sign-in/second", await TravelAsync(client, "/sign-in/external"));
        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await client.PostFormAsync("/sign-in/second", new() { ["Form.Code"] = SecondFactorTests.Now(_site, key) });
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account")).StatusCode);
        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        Assert.Contains(SignInWay.ExternalAndCode, await db.Set<StaffSession>().Select(s => s.Way).ToListAsync());
    }

    private async Task ConnectAsync()
    {
        using var chen = await _site.SignInAsync(SiteStaff.Administrator);
        Assert.Equal("/account/second-factor", await TravelAsync(chen, "/account/external"));
    }

    // Leaves for the issuer, is known there, comes back; where to.
    private async Task<string> TravelAsync(HttpClient client, string from)
    {
        var away = (await client.GetAsync(from)).Headers.Location!;
        return (await client.GetAsync(_issuer.Authorise(away))).Headers.Location!.OriginalString;
    }

    private async Task<int> PeopleAsync()
    {
        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        return await db.Set<Person>().CountAsync();
    }
}
