using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Organisation.ChangePerson;
using Zhuoluo.Rooms.Organisation.Tokens;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Organisation;

public sealed class TokensTests
{
    // Staff only, asks for SeeMatters.
    private const string Closed = "/api/v1/matters/2026-999999/file";
    private static readonly DateOnly _today = new(2026, 3, 2);

    [Theory]
    [InlineData("", "matters:read", 0, 0, "missing")]
    [InlineData("x", "", 0, 0, "token-scope-needed")]
    [InlineData("x", "matters:eat", 0, 0, "token-scope-needed")]
    [InlineData("x", "matters:read", 367, 0, "token-period")]
    [InlineData("x", "matters:read", -1, 0, "token-period")]
    [InlineData("x", "matters:read", 366, 20, "too-many-tokens")]
    [InlineData("x", "matters:read", 366, 19, "")]
    public void Decides_what_a_token_may_be(string name, string scope, int days, int held, string code) =>
        Assert.Equal(code, Given.Code(MakeTokenHandler.Decide(new MakeToken(1, name, scope.Length > 0 ? [scope] : [], _today.AddDays(days)), held, _today)));

    [Fact]
    public void Numbers_and_names_of_scopes_stand_once_and_a_token_never_opens_tokens()
    {
        Assert.Equal(TokenScope.All.Count, TokenScope.All.DistinctBy(s => s.Number).DistinctBy(s => s.Name).Count());
        Assert.DoesNotContain(TokenScope.All, s => s.Opens.Contains(Capability.ManageServices));
    }

    [Fact]
    public void Every_capability_stands_in_a_scope_or_is_left_out_with_a_reason_that_the_docs_name()
    {
        var inScopes = TokenScope.All.SelectMany(s => s.Opens).ToHashSet();
        var docs = Repository.Read("docs/sign-in.md");

        Assert.Equal([], Enum.GetValues<Capability>().Where(c => !inScopes.Contains(c) && !TokenScope.Outside.ContainsKey(c)));
        Assert.Equal([], TokenScope.Outside.Keys.Where(inScopes.Contains));
        Assert.All(TokenScope.Outside, o => Assert.True(o.Value.Length > 10));
        Assert.All(TokenScope.Outside.Keys, c => Assert.Contains(c.ToString(), docs, StringComparison.Ordinal));
        Assert.All(TokenScope.All, s => Assert.Contains($"`{s.Name}`", docs, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_call_of_the_api_that_asks_for_a_capability_is_open_to_a_token_of_some_scope()
    {
        await using var site = await TestSite.StartEmptyAsync();
        var inScopes = TokenScope.All.SelectMany(s => s.Opens).ToHashSet();
        var closed = site.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints.OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal))
            .Where(e => e.Metadata.GetMetadata<NeedsAttribute>() is { AnyOf.Count: > 0 } needs && !needs.AnyOf.Any(inScopes.Contains))
            .Select(e => e.RoutePattern.RawText);
        Assert.Empty(closed);
    }

    [Fact]
    public void Scopes_narrow_and_never_widen()
    {
        var clerk = new Actor(ActorKind.Staff, 1, "", "x", [new Grant(Role.Clerk, "/1/", 1)]) { Only = TokenScope.Opened(TokenScope.Bits(["matters:read", "people:write"])!.Value) };

        Assert.True(Permissions.May(clerk, Capability.SeeMatters, "/1/"));
        Assert.False(Permissions.May(clerk, Capability.RegisterMatter));
        Assert.False(Permissions.May(clerk, Capability.ManagePeople));
        Assert.Empty(Permissions.PathsOf(clerk, Capability.SeeContact));
        Assert.Equal(["/1/"], Permissions.PathsOf(clerk, Capability.SeeMatters));
    }

    [Theory, EachDatabase]
    public async Task Keeps_the_hash_only_and_records_the_making_and_the_end(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var id = await Given.PersonAsync(house, "wang.fang", Role.Clerk);
        var other = await Given.PersonAsync(house, "li.na", Role.Clerk);
        var me = (await house.Services.GetRequiredService<Staff>().ActorAsync(id, house.Clock.GetUtcNow(), default))!;
        var make = house.Services.GetRequiredService<MakeTokenHandler>();
        var revoke = house.Services.GetRequiredService<RevokeTokenHandler>();
        var book = house.Services.GetRequiredService<TokenBook>();

        Assert.Equal("not-permitted", Given.Code(await make.HandleAsync(new MakeToken(other, "x", ["matters:read"], _today), house.ActAs(me), default)));
        var shown = Given.Value(await make.HandleAsync(new MakeToken(id, "脚本", ["matters:read"], _today), house.ActAs(me), default));
        var row = await house.ReadAsync(d => d.Set<AccessToken>().SingleAsync());
        Assert.StartsWith("zl_", shown.Secret, StringComparison.Ordinal);
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(shown.Secret)), row.Hash);
        Assert.Equal(id, (await book.FindAsync(shown.Secret, house.Clock.GetUtcNow(), default))!.PersonId);
        Assert.Null(await book.FindAsync(shown.Secret[..^1] + (shown.Secret[^1] == '0' ? '1' : '0'), house.Clock.GetUtcNow(), default));
        Assert.Null(await book.FindAsync(shown.Secret, house.Clock.GetUtcNow().AddDays(1), default));

        var stranger = (await house.Services.GetRequiredService<Staff>().ActorAsync(other, house.Clock.GetUtcNow(), default))!;
        Assert.Equal("not-found", Given.Code(await revoke.HandleAsync(new RevokeToken(shown.Id), house.ActAs(stranger), default)));
        Given.Value(await revoke.HandleAsync(new RevokeToken(shown.Id), house.ActAs(me), default));
        Given.Value(await revoke.HandleAsync(new RevokeToken(shown.Id), house.ActAs(me), default));
        Assert.Null(await book.FindAsync(shown.Secret, house.Clock.GetUtcNow(), default));
        await house.DrainAsync();
        Assert.Equal(["token.made", "token.revoked"], (await Given.EntriesAsync(house)).Select(e => e.Kind).Where(k => k.StartsWith("token.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_token_opens_the_api_within_its_scopes_until_the_person_is_closed()
    {
        await using var site = await TestSite.StartAsync();
        var id = await site.AddPersonAsync("zhao.min", Role.Dispatcher);
        using var browser = await site.SignInAsync("zhao.min");
        var page = await browser.PostFormAsync("/account/tokens", new() { ["Form.Name"] = "脚本", ["Form.Scopes"] = "matters:read" });
        var secret = (await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync())).QuerySelector("#secret")!.TextContent;
        using var program = site.Bearing(secret);

        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(Closed)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await program.GetAsync("/account")).StatusCode);
        Assert.Equal(_today, await UsedOnAsync(site));
        Assert.Equal(HttpStatusCode.Forbidden, (await program.PostAsJsonAsync("/api/v1/imports", new { })).StatusCode);

        Given.Value(await site.Services.GetRequiredService<ChangePersonHandler>().HandleAsync(new ChangePerson(id, "赵敏", null, IsActive: false), site.Operator(), default));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync(Closed)).StatusCode);
    }

    [Fact]
    public async Task A_wrong_token_is_refused_at_open_addresses_too_and_many_are_slowed()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await site.SignInAsync(Role.Dispatcher);
        using var wrong = site.Bearing("zl_" + new string('0', 44));

        var answer = await wrong.GetAsync(Closed);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("invalid_token", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "zl_x");
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(Closed)).StatusCode);
        for (var i = 0; i < WrongTokens.Most; i++)
        {
            await wrong.GetAsync(Closed);
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, (await wrong.GetAsync(Closed)).StatusCode);
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.Unauthorized, (await wrong.GetAsync(Closed)).StatusCode);
    }

    [Fact]
    public async Task A_program_acts_with_its_role_and_scopes_and_has_no_password()
    {
        await using var site = await TestSite.StartAsync();
        using var admin = await site.SignInAsync(SiteStaff.Administrator);
        var county = site.Services.GetRequiredService<Offices>().Current.UnitByCode("360821")!;
        var page = await admin.PostFormAsync("/organisation/services", new() { ["Form.Name"] = "数据大屏", ["Role"] = "Leader", ["UnitId"] = county.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), ["Form.Scopes"] = "matters:read" });
        var secret = (await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync())).QuerySelector("#secret")!.TextContent;
        using var program = site.Bearing(secret);

        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(Closed)).StatusCode);
        Assert.Contains("数据大屏", (await admin.PageAsync("/organisation/services")).Body!.TextContent, StringComparison.Ordinal);
        await admin.PostFormAsync("/organisation/services", [], "form[action$='handler=Revoke']");
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync(Closed)).StatusCode);
    }

    private static async Task<DateOnly?> UsedOnAsync(TestSite site)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<Zhuoluo.Data.ZhuoluoContext>>().CreateDbContextAsync();
        return await db.Set<AccessToken>().Select(t => t.LastUsedOn).SingleAsync();
    }
}
