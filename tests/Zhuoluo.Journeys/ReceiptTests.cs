using System.Text;
using Microsoft.Playwright;
using Zhuoluo.Journeys.Setup;

namespace Zhuoluo.Journeys;

/// <summary>Somebody hands something in, keeps the ledger's receipt, and checks it on their own phone; nothing of the file travels.</summary>
[Collection(nameof(Browser))]
public sealed class ReceiptTests(Browser browser, DemoSite site)
{
    private const string Said = "永阳镇老桥栏杆断了两根，孩子放学要从那里过，请尽快修。";

    [Fact]
    public async Task A_receipt_is_checked_in_the_browser_and_a_changed_byte_is_told()
    {
        await using var resident = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: true);
        var file = await HandInAsync(resident);
        var sent = new List<IRequest>();
        resident.Page.Request += (_, request) => sent.Add(request);

        await resident.GoAsync("/ledger/check");
        await CheckAsync(resident, file);
        Assert.Contains("凭据属实", await resident.Page.InnerTextAsync(".verdict"), StringComparison.Ordinal);
        Assert.Equal(5, await resident.Page.Locator(".check-steps .status-good").CountAsync());
        Assert.Contains(Said, await resident.Page.InnerTextAsync("[aria-labelledby=yours]"), StringComparison.Ordinal);
        Assert.Contains("事项登记", await resident.Page.InnerTextAsync("[aria-labelledby=says]"), StringComparison.Ordinal);
        await resident.PictureAsync("receipt-checked");

        // The ledger goes on: the receipt's state is found again in a larger tree.
        await using (var other = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: true))
        {
            await HandInAsync(other);
        }
        await CheckAsync(resident, file);
        Assert.Contains("凭据属实", await resident.Page.InnerTextAsync(".verdict"), StringComparison.Ordinal);

        // The site comes to the same, and is not given the words for it.
        await resident.Page.ClickAsync("#check-both");
        await Assertions.Expect(resident.Page.GetByText("本站核对的结论相同")).ToBeVisibleAsync();
        Assert.Single(sent, r => r.Method != "GET");
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Said))[..20], string.Concat(sent.Select(r => r.PostData)), StringComparison.Ordinal);

        await RefusesAsync(resident, Changed(file, file.Length - 20), "签名");
        await RefusesAsync(resident, Changed(file, Find(file, "\nindex ") + 7), "位置");
        await RefusesAsync(resident, Changed(file, 3), "格式");
    }

    [Fact]
    public async Task A_log_that_lost_or_changed_entries_is_told_apart_from_a_receipt_that_was_changed()
    {
        await using var resident = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: false);
        await resident.Page.GotoAsync("/ledger");
        var before = await (await resident.Page.APIRequest.GetAsync(new Uri(site.Address, "/ledger/checkpoint").ToString())).TextAsync();
        var file = await HandInAsync(resident);
        await HandInAsync(resident);
        await resident.GoAsync("/ledger/check");

        // An older state, rightly signed, as after an old backup was put back.
        await resident.Page.RouteAsync("**/ledger/*/checkpoint", route => route.FulfillAsync(new() { Body = before }));
        await CheckAsync(resident, file);
        Assert.Contains("台账丢失过记录", await resident.Page.InnerTextAsync(".check-steps"), StringComparison.Ordinal);
        await resident.Page.UnrouteAsync("**/ledger/*/checkpoint");

        // Hashes that do not lead to what was signed.
        await resident.Page.RouteAsync("**/ledger/*/tile/**", async route =>
        {
            var tile = await (await route.FetchAsync()).BodyAsync();
            tile[^1] ^= 1;
            await route.FulfillAsync(new() { BodyBytes = tile });
        });
        await CheckAsync(resident, file);
        Assert.Contains("台账被改动过", await resident.Page.InnerTextAsync(".check-steps"), StringComparison.Ordinal);
        await resident.Page.UnrouteAsync("**/ledger/*/tile/**");

        // Nothing can be said of a log that does not answer.
        await resident.Page.RouteAsync("**/ledger/*/checkpoint", route => route.FulfillAsync(new() { Status = 503 }));
        await CheckAsync(resident, file);
        Assert.Contains("没能全部核对", await resident.Page.InnerTextAsync(".verdict"), StringComparison.Ordinal);
        Assert.Equal(4, await resident.Page.Locator(".check-steps .status-good").CountAsync());
    }

    [Fact]
    public async Task It_is_dropped_on_the_page_as_well()
    {
        await using var resident = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: false);
        var file = await HandInAsync(resident);
        await resident.GoAsync("/ledger");
        await resident.PictureAsync("ledger");
        await resident.GoAsync("/ledger/check");
        var data = await resident.Page.EvaluateHandleAsync(
            "base64 => { const data = new DataTransfer(); data.items.add(new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], 'a.tlog-proof')); return data; }", Convert.ToBase64String(file));
        await resident.Page.DispatchEventAsync("#check-form", "drop", new { dataTransfer = data });
        await resident.Page.WaitForSelectorAsync(".verdict");
        await resident.CheckAsync();
        Assert.Contains("凭据属实", await resident.Page.InnerTextAsync(".verdict"), StringComparison.Ordinal);
        await resident.PictureAsync("receipt-checked");
    }

    private static async Task<byte[]> HandInAsync(Visitor resident)
    {
        await resident.GoAsync("/submit");
        await resident.ChooseAsync("Form.Kind", "Help");
        await resident.Page.FillAsync("[name='Form.Text']", Said);
        await resident.Page.SelectOptionAsync("[name='Form.PlaceCode']", "360821100");
        await resident.SubmitAsync("main form .form-actions button.btn-primary");
        if (await resident.Page.Locator(".alike-step").CountAsync() > 0)
        {
            await resident.SubmitAsync(".alike-step button:not([name])");
        }
        var download = await resident.Page.RunAndWaitForDownloadAsync(() => resident.Page.ClickAsync("#ledger-receipt"));
        Assert.EndsWith(".tlog-proof", download.SuggestedFilename, StringComparison.Ordinal);
        await using var stream = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async Task CheckAsync(Visitor resident, byte[] file)
    {
        await resident.Page.EvaluateAsync("() => document.getElementById('check-result').replaceChildren()");
        await resident.Page.SetInputFilesAsync("#file", new FilePayload { Name = "a.tlog-proof", MimeType = "application/octet-stream", Buffer = file });
        await resident.Page.WaitForSelectorAsync(".verdict");
        await resident.CheckAsync();
    }

    private static async Task RefusesAsync(Visitor resident, byte[] file, string step)
    {
        await CheckAsync(resident, file);
        Assert.Contains("凭据不成立", await resident.Page.InnerTextAsync(".verdict"), StringComparison.Ordinal);
        Assert.Contains(step, await resident.Page.Locator(".check-steps li").Filter(new() { Has = resident.Page.Locator(".status-bad") }).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await resident.Page.Locator("[aria-labelledby=yours]").CountAsync());
    }

    // Another letter or digit in that place, so that the file stays readable.
    private static byte[] Changed(byte[] file, int at)
    {
        var changed = (byte[])file.Clone();
        var (one, other) = char.IsAsciiDigit((char)file[at]) ? ((byte)'1', (byte)'2') : ((byte)'A', (byte)'B');
        changed[at] = file[at] == one ? other : one;
        return changed;
    }

    private static int Find(byte[] file, string what) => file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(what));
}
