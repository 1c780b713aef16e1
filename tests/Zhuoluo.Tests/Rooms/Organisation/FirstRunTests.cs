using System.Net;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Organisation;

public sealed class FirstRunTests
{
    [Fact]
    public async Task Makes_the_county_and_the_first_administrator_once()
    {
        await using var site = await TestSite.StartEmptyAsync();
        using var client = site.Client();
        var code = await OrganisationRoom.FirstRunCodeAsync(site.Services, default);

        Assert.Equal("/first-run", (await client.GetAsync("/sign-in")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostFormAsync("/first-run", Fields("0000-0000-0000-0000"))).StatusCode);
        // Typed in lower case without dashes, as people do.
        var made = await client.PostFormAsync("/first-run", Fields(code!.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()));
        Assert.Equal("/organisation/units", made.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account")).StatusCode);

        using var later = site.Client();
        Assert.Equal("/sign-in", (await later.GetAsync("/first-run")).Headers.Location!.OriginalString);
        Assert.Null(await OrganisationRoom.FirstRunCodeAsync(site.Services, default));
    }

    private static Dictionary<string, string> Fields(string code) => new()
    {
        ["Form.Code"] = code,
        ["Form.CountyCode"] = "360821",
        ["Form.CountyName"] = "吉安县",
        ["Form.Name"] = "陈洁",
        ["Form.LoginName"] = "chen.jie",
        ["Form.Password"] = SiteStaff.Password,
        ["Form.Again"] = SiteStaff.Password,
    };
}
