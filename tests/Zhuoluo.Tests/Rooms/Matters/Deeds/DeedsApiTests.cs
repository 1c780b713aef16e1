using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Deeds;

public sealed class DeedsApiTests
{
    [Fact]
    public async Task Post_does_a_deed_and_says_why_not_with_code_and_field()
    {
        await using var site = await TestSite.StartAsync();
        var number = await NumberAsync(site);
        using var dispatcher = await site.SignInAsync(Role.Dispatcher);
        using var auditor = await site.SignInAsync(Role.Auditor);
        using var nobody = site.Client();
        var deeds = $"/api/v1/matters/{number}/deeds";

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PostAsJsonAsync(deeds, new { verb = "accept" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.PostAsJsonAsync(deeds, new { verb = "accept" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await dispatcher.PostAsJsonAsync("/api/v1/matters/2026-999999/deeds", new { verb = "accept" })).StatusCode);
        await AssertRefusedAsync(await dispatcher.PostAsJsonAsync(deeds, new { verb = "bless" }), HttpStatusCode.UnprocessableEntity, "unknown-value", "verb");
        await AssertRefusedAsync(await dispatcher.PostAsJsonAsync(deeds, new { verb = "sign" }), HttpStatusCode.Conflict, "wrong-state", null);

        var done = await dispatcher.PostAsJsonAsync(deeds, new { verb = "accept", version = 1 });
        Assert.Contains("\"state\":\"awaiting-assignment\"", await done.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await AssertRefusedAsync(await dispatcher.PostAsJsonAsync(deeds, new { verb = "assign", unit = "360821-99" }), HttpStatusCode.UnprocessableEntity, "unknown-value", "unitId");
        await AssertRefusedAsync(await dispatcher.PostAsJsonAsync(deeds, new { verb = "assign", unit = "360821", version = 1 }), HttpStatusCode.Conflict, "changed-meanwhile", null);
    }

    [Fact]
    public async Task Get_shows_the_matter_with_what_may_be_done_and_no_contact()
    {
        await using var site = await TestSite.StartAsync();
        var number = await NumberAsync(site);
        using var dispatcher = await site.SignInAsync(Role.Dispatcher);

        var shown = await dispatcher.GetStringAsync($"/api/v1/matters/{number}/file");

        Assert.Contains("\"verbs\":[\"accept\"", shown, StringComparison.Ordinal);
        Assert.Contains("\"light\":\"green\"", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("1380000", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", shown, StringComparison.Ordinal);
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string code, string? field)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode}: {text}");
        Assert.Contains($"\"code\":\"{code}\"", text, StringComparison.Ordinal);
        Assert.Contains(field is null ? "\"field\":null" : $"\"field\":\"{field}\"", text, StringComparison.Ordinal);
    }

    private static async Task<string> NumberAsync(TestSite site)
    {
        var command = new RegisterMatter(MatterKind.Help, Channel.Web, "路口的灯坏了三天，晚上看不见路。", SiteStaff.CountyCode) { Contact = new Contact("王小明", "13800001234", null) };
        var act = site.Services.GetRequiredService<ActFactory>().New(Actor.Public, Door.Page);
        var outcome = await site.Services.GetRequiredService<RegisterMatterHandler>().HandleAsync(command, act, default);
        return outcome.Match(r => r.Number, refusal => throw new InvalidOperationException(refusal.ToString()));
    }
}
