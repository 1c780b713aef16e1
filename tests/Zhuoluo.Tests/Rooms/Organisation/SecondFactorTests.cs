using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Organisation.SecondFactor;
using Zhuoluo.Rooms.Organisation.SignIn;
using Zhuoluo.Rooms.Organisation.SignInRules;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Organisation;

public sealed class SecondFactorTests
{
    private static readonly byte[] _rfcSecret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238 appendix B, SHA-1, the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) => Assert.Equal(code, Totp.CodeAt(_rfcSecret, seconds / 30));

    [Fact]
    public void A_code_is_good_for_its_step_and_the_ones_beside_it_and_only_once()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(3000);

        Assert.Equal(100, Totp.StepOf(_rfcSecret, Totp.CodeAt(_rfcSecret, 100), at, 0));
        Assert.Equal(99, Totp.StepOf(_rfcSecret, Totp.CodeAt(_rfcSecret, 99), at, 0));
        Assert.Equal(101, Totp.StepOf(_rfcSecret, " 1" + Totp.CodeAt(_rfcSecret, 101)[1..], at, 0) ?? (Totp.CodeAt(_rfcSecret, 101)[0] == '1' ? 0 : 101));
        Assert.Null(Totp.StepOf(_rfcSecret, Totp.CodeAt(_rfcSecret, 98), at, 0));
        Assert.Null(Totp.StepOf(_rfcSecret, Totp.CodeAt(_rfcSecret, 102), at, 0));
        Assert.Null(Totp.StepOf(_rfcSecret, Totp.CodeAt(_rfcSecret, 100), at, 100));
        Assert.Null(Totp.StepOf(_rfcSecret, "12345", at, 0));
    }

    [Fact]
    public void The_key_is_shown_as_apps_type_it() => Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Base32(_rfcSecret));

    [Theory, EachDatabase]
    public async Task Both_factors_open_once_wrong_ones_lock_and_recovery_codes_open_once(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var id = await Given.PersonAsync(house, "wang.fang", Role.Clerk);
        var codes = await EnrolAsync(house, id);
        var signIn = house.Services.GetRequiredService<SignInHandler>();
        var second = house.Services.GetRequiredService<SecondStepHandler>();

        var half = Given.Value(await signIn.HandleAsync(new SignIn("wang.fang", SiteStaff.Password), house.ActAs(Actor.Public), default));
        Assert.True(half.NeedsSecond);
        SecondStep Step(string code) => new(id, half.Stamp, code, SignInWay.Password, IsAgain: false);
        Task<Outcome<SecondDone>> TryAsync(string code) => second.HandleAsync(Step(code), house.ActAs(Actor.Public), default);

        var used = await CodeAsync(house, id);
        Assert.Equal("wrong-second-code", Given.Code(await TryAsync(used)));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(SignInWay.PasswordAndCode, Given.Value(await TryAsync(await CodeAsync(house, id))).Way);
        Assert.Equal("wrong-second-code", Given.Code(await TryAsync(await CodeAsync(house, id))));
        Assert.Equal(SignInWay.PasswordAndRecoveryCode, Given.Value(await TryAsync(codes[0].ToLowerInvariant())).Way);
        Assert.Equal("wrong-second-code", Given.Code(await TryAsync(codes[0])));
        for (var i = 0; i < SignInHandler.MostTries; i++)
        {
            await TryAsync("AAAAA-AAAAA");
        }
        Assert.Equal("wrong-second-code", Given.Code(await TryAsync(codes[1])));
        Assert.Equal("sign-in-failed", Given.Code(await signIn.HandleAsync(new SignIn("wang.fang", SiteStaff.Password), house.ActAs(Actor.Public), default)));
        house.Clock.Advance(SignInHandler.LockedFor);
        Assert.False((await TryAsync(codes[1])).IsRefused(out _, out _));
        await house.DrainAsync();
        Assert.DoesNotContain(await Given.EntriesAsync(house), e => Encoding.UTF8.GetString(e.Body).Contains("wang", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task The_secret_is_sealed_and_its_key_goes_with_it(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var id = await Given.PersonAsync(house, "wang.fang", Role.Clerk);
        await EnrolAsync(house, id);
        var me = (await house.Services.GetRequiredService<Staff>().ActorAsync(id, house.Clock.GetUtcNow(), default))!;
        var row = await house.ReadAsync(d => d.Set<Authenticator>().SingleAsync());
        var secret = await house.ReadAsync(d => Factors.OpenAsync(d, house.Services.GetRequiredService<Vault>(), row, default));

        Assert.DoesNotContain(Convert.ToHexString(secret), Convert.ToHexString(row.SecretSealed), StringComparison.Ordinal);
        Given.Value(await house.Services.GetRequiredService<RemoveFactorHandler>().HandleAsync(new RemoveFactor(id, null), house.ActAs(me), default));
        Assert.Equal(0, await house.ReadAsync(d => d.Set<SubjectKey>().CountAsync(k => k.Id == row.KeyId)));
        Assert.Equal(0, await house.ReadAsync(d => d.Set<RecoveryCode>().CountAsync()));
    }

    [Fact]
    public async Task Signing_in_asks_for_the_second_factor_and_dangerous_pages_for_a_fresh_one()
    {
        await using var site = await TestSite.StartAsync();
        using var first = await site.SignInAsync(SiteStaff.Administrator);
        using var other = await site.SignInAsync(SiteStaff.Administrator);
        await first.PostFormAsync("/account/second-factor", [], "form[action$='handler=Begin']");
        var page = await first.PageAsync("/account/second-factor");
        var key = FromBase32(page.QuerySelector("code.key")!.TextContent);
        var codes = await first.PostFormAsync("/account/second-factor", new() { ["Form.Code"] = Now(site, key) }, "form[action$='handler=Confirm']");
        Assert.Equal(HttpStatusCode.OK, codes.StatusCode);
        Assert.Contains("<code>", await codes.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/account/tokens")).StatusCode);

        using var client = site.Client();
        var half = await client.PostFormAsync("/sign-in?return=%2Faccount", new() { ["Form.LoginName"] = SiteStaff.Administrator, ["Form.Password"] = SiteStaff.Password });
        Assert.Equal("/sign-in/second?return=%2Faccount", half.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/account")).StatusCode);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var done = await client.PostFormAsync(half.Headers.Location.OriginalString, new() { ["Form.Code"] = Now(site, key) });
        Assert.Equal("/account", done.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/organisation/people/new")).StatusCode);

        site.Clock.Advance(TimeSpan.FromMinutes(11));
        var again = await client.GetAsync("/organisation/people/new");
        Assert.Equal("/sign-in/again?return=%2Forganisation%2Fpeople%2Fnew", again.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/organisation/people")).StatusCode);
        var wrong = await client.PostFormAsync(again.Headers.Location.OriginalString, new() { ["Form.Code"] = "000000" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var right = await client.PostFormAsync(again.Headers.Location.OriginalString, new() { ["Form.Code"] = Now(site, key) });
        Assert.Equal("/organisation/people/new", right.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/organisation/people/new")).StatusCode);
    }

    [Fact]
    public async Task A_role_that_needs_a_second_factor_opens_nothing_before_there_is_one()
    {
        await using var site = await TestSite.StartAsync();
        Given.Value(await site.Services.GetRequiredService<ChangeRulesHandler>().HandleAsync(new ChangeRules([Role.Dispatcher], null), site.Operator(), default));
        using var dispatcher = await site.SignInAsync(Role.Dispatcher);
        using var clerk = await site.SignInAsync(Role.Clerk);

        Assert.Equal("/account/second-factor", (await dispatcher.GetAsync("/work")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Forbidden, (await dispatcher.GetAsync("/api/v1/matters/2026-000001/file")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await dispatcher.GetAsync("/account/second-factor")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync("/work")).StatusCode);
    }

    internal static string Now(TestSite site, byte[] key) => Totp.CodeAt(key, site.Clock.GetUtcNow().ToUnixTimeSeconds() / 30);

    internal static byte[] FromBase32(string text)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(text.Where(c => c != ' ').Select(c => Convert.ToString(Alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }

    private static async Task<string> CodeAsync(TestHouse house, long id)
    {
        var row = await house.ReadAsync(d => d.Set<Authenticator>().SingleAsync(a => a.PersonId == id));
        var secret = await house.ReadAsync(d => Factors.OpenAsync(d, house.Services.GetRequiredService<Vault>(), row, default));
        return Totp.CodeAt(secret, house.Clock.GetUtcNow().ToUnixTimeSeconds() / 30);
    }

    private static async Task<IReadOnlyList<string>> EnrolAsync(TestHouse house, long id)
    {
        var me = (await house.Services.GetRequiredService<Staff>().ActorAsync(id, house.Clock.GetUtcNow(), default))!;
        var enrol = house.Services.GetRequiredService<EnrolHandler>();
        Given.Value(await enrol.BeginAsync(id, house.ActAs(me), default));
        Assert.Equal("wrong-first-code", Given.Code(await enrol.ConfirmAsync(id, "1", house.ActAs(me), default)));
        return Given.Value(await enrol.ConfirmAsync(id, await CodeAsync(house, id), house.ActAs(me), default));
    }
}
