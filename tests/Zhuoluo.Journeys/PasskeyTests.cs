using Zhuoluo.Journeys.Setup;

namespace Zhuoluo.Journeys;

/// <summary>A passkey from its making to signing in with nothing else, with Chromium's virtual authenticator.</summary>
[Collection(nameof(Browser))]
public sealed class PasskeyTests(Browser browser, DemoSite site)
{
    [Fact]
    public async Task A_passkey_signs_in_without_a_password_and_answers_for_a_dangerous_page()
    {
        // Browsers give passkeys to names only, not to numbers.
        var address = new UriBuilder(site.Address) { Host = "localhost" }.Uri;
        await using var visitor = await Visitor.ArriveAsync(browser.Chromium, address, isPhone: false);
        var page = visitor.Page;
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await visitor.SignInAsync("auditor");
        await visitor.GoAsync("/account/second-factor");
        await page.FillAsync("[name='Passkey.Name']", "办公室电脑");
        await page.ClickAsync("[data-passkey=create] button");
        await page.WaitForSelectorAsync("form.passkey-row");
        await visitor.CheckAsync();

        await page.Context.ClearCookiesAsync();
        await visitor.GoAsync("/sign-in?return=%2Faccount%2Ftokens");
        await page.ClickAsync("[data-passkey=get] button");
        await page.WaitForURLAsync("**/account/tokens");

        await visitor.GoAsync("/account/second-factor");
        await page.ClickAsync("form.passkey-row button");
        await page.WaitForSelectorAsync("form.passkey-row", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
    }
}
