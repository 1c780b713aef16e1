using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation.SignIn;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Organisation;

public sealed class SessionsTests
{
    [Fact]
    public async Task One_or_all_other_sessions_end_at_once_and_a_kept_cookie_is_worth_nothing()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync("wang.fang", Role.Clerk);
        using var here = await site.SignInAsync("wang.fang");
        using var there = await site.SignInAsync("wang.fang");
        using var third = await site.SignInAsync("wang.fang");

        var list = await here.PageAsync("/account/sessions");
        Assert.Equal(3, list.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr").Length);
        await here.PostFormAsync("/account/sessions", [], "form[action$='handler=End']");
        Assert.Equal(HttpStatusCode.Redirect, (await third.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/account")).StatusCode);
        await here.PostFormAsync("/account/sessions", [], "form[action$='handler=All']");
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_cookie_copied_before_signing_out_opens_nothing_after()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        var answer = await client.PostFormAsync("/sign-in", new() { ["Form.LoginName"] = SiteStaff.Administrator, ["Form.Password"] = SiteStaff.Password });
        var cookie = answer.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("zhuoluo.session=", StringComparison.Ordinal)).Split(';')[0];
        using var thief = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address };
        thief.DefaultRequestHeaders.Add("Cookie", cookie);

        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/account")).StatusCode);
        await client.PostFormAsync("/sign-out", []);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Signing_in_again_makes_a_new_session_and_twelve_hours_end_any()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await site.SignInAsync(SiteStaff.Administrator);
        for (var i = 0; i < 36; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account")).StatusCode);
            site.Clock.Advance(TimeSpan.FromMinutes(20));
        }
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/account")).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Another_node_learns_of_an_ended_session(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var id = await Given.PersonAsync(house, "wang.fang", Role.Clerk);
        var keeper = house.Services.GetRequiredService<SessionKeeper>();
        var wanted = new StaffSession { Id = 0, PersonId = id, Way = SignInWay.Password, Device = "Edge · Windows", Network = "10.20.*.*", MadeAt = default, SeenOn = default };
        var first = await keeper.OpenAsync(wanted, null, house.System(), default);
        var elsewhere = new SessionBook(house.Services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>(), house.Acts);
        Assert.False(await elsewhere.IsEndedAsync(first, default));

        var second = await keeper.OpenAsync(wanted, first, house.System(), default);
        await elsewhere.RefreshAsync(default);
        Assert.True(await elsewhere.IsEndedAsync(first, default));
        Assert.False(await elsewhere.IsEndedAsync(second, default));
        await keeper.EndAllAsync(id, null, house.System(), default);
        await elsewhere.RefreshAsync(default);
        Assert.True(await elsewhere.IsEndedAsync(second, default));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge · Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0", "WeChat · iPhone")]
    [InlineData("curl/8", "?")]
    [InlineData(null, "?")]
    public void A_device_is_told_in_two_words(string? agent, string words) => Assert.Equal(words, Device.Words(agent));

    [Theory]
    [InlineData("10.20.30.40", "10.20.*.*")]
    [InlineData("::ffff:10.20.30.40", "10.20.*.*")]
    [InlineData("2001:db8:1:2::9", "2001:0db8:0001:*")]
    public void A_network_is_told_coarsely(string address, string told) => Assert.Equal(told, Device.Network(IPAddress.Parse(address)));
}
