using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Organisation.SignIn;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Organisation;

public sealed class SignInTests
{
    private static readonly DateTimeOffset _at = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly Person _person = new() { Id = 1, Name = "陈洁", LoginName = "chen", PasswordHash = "x", SecurityStamp = "s", IsActive = true };

    [Fact]
    public void Locks_at_the_fifth_wrong_password_for_fifteen_minutes()
    {
        var person = _person;
        for (var i = 1; i <= 4; i++)
        {
            person = SignInHandler.Decide(person, matches: false, _at).Changed!;
            Assert.Null(person.LockedUntil);
        }
        var (isIn, locked, locks) = SignInHandler.Decide(person, matches: false, _at);

        Assert.False(isIn);
        Assert.True(locks);
        Assert.Equal(_at.AddMinutes(15), locked!.LockedUntil);
        Assert.False(SignInHandler.Decide(locked, matches: true, _at.AddMinutes(14)).IsIn);
        Assert.True(SignInHandler.Decide(locked, matches: true, _at.AddMinutes(15)).IsIn);
        Assert.Equal(1, SignInHandler.Decide(locked, matches: false, _at.AddMinutes(15)).Changed!.FailedCount);
    }

    [Fact]
    public void Lets_nobody_in_whose_account_is_closed() =>
        Assert.False(SignInHandler.Decide(_person with { IsActive = false }, matches: true, _at).IsIn);

    [Theory, EachDatabase]
    public async Task Counts_wrong_passwords_and_records_them_without_a_name(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var id = await Given.PersonAsync(house, "wang.fang", Role.Clerk);
        var handler = house.Services.GetRequiredService<SignInHandler>();

        var wrong = await handler.HandleAsync(new SignIn("wang.fang", "wrong"), house.ActAs(Actor.Public), default);
        var unknown = await handler.HandleAsync(new SignIn("who", "wrong"), house.ActAs(Actor.Public), default);
        var right = await handler.HandleAsync(new SignIn("Wang.Fang ", SiteStaff.Password), house.ActAs(Actor.Public), default);
        await house.DrainAsync();

        Assert.True(wrong.IsRefused(out var first, out _));
        Assert.True(unknown.IsRefused(out var second, out _));
        Assert.Equal(first, second);
        Assert.False(right.IsRefused(out _, out var session));
        Assert.Equal(id, session!.PersonId);
        var kinds = await Given.EntriesAsync(house);
        Assert.Equal(["staff.sign-in-failed", "staff.signed-in"], kinds.Select(e => e.Kind).Where(k => k.StartsWith("staff.", StringComparison.Ordinal)));
        Assert.Contains("\"by\":\"360821\"", System.Text.Encoding.UTF8.GetString(kinds[^1].Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_signs_in_and_leads_back_into_this_site_only()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();

        var closed = await client.GetAsync("/account?x=1");
        Assert.Equal("/sign-in?return=%2Faccount%3Fx%3D1", closed.Headers.Location!.OriginalString);
        var away = await client.PostFormAsync("/sign-in?return=https%3A%2F%2Fexample.org%2F", new() { ["Form.LoginName"] = SiteStaff.Administrator, ["Form.Password"] = SiteStaff.Password });
        Assert.Equal("/work", away.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_session_left_alone_for_half_an_hour_is_over()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await site.SignInAsync(SiteStaff.Administrator);

        site.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account")).StatusCode);
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account")).StatusCode);
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_sign_out_this_one()
    {
        await using var site = await TestSite.StartAsync();
        using var here = await site.SignInAsync(SiteStaff.Administrator);
        using var there = await site.SignInAsync(SiteStaff.Administrator);
        const string Wanted = "other-river-8";

        var weak = await here.PostFormAsync("/account", new() { ["Form.Present"] = SiteStaff.Password, ["Form.Wanted"] = "abc", ["Form.Again"] = "abc" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        var changed = await here.PostFormAsync("/account", new() { ["Form.Present"] = SiteStaff.Password, ["Form.Wanted"] = Wanted, ["Form.Again"] = Wanted });
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/account")).StatusCode);
        await here.PostFormAsync("/sign-out", []);
        Assert.Equal(HttpStatusCode.Redirect, (await here.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Post_without_the_token_against_forgery_is_refused()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();

        var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent([new("Form.LoginName", SiteStaff.Administrator), new("Form.Password", SiteStaff.Password)]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
