using Zhuoluo.Journeys.Setup;

namespace Zhuoluo.Journeys;

/// <summary>Somebody scans the code of a window and complains; the supervisor answers; the window's own people never learn of it.</summary>
[Collection(nameof(Browser))]
public sealed class WindowTests(Browser browser, DemoSite site)
{
    private const string Said = "海棠窗口排队两小时没有人理，问一句骂一句。";
    private const string Reply = "已核实并批评教育，窗口增设了引导员，向您道歉。";

    [Fact]
    public async Task A_complaint_about_a_window_is_answered_and_its_line_sees_nothing()
    {
        var address = await CodeAsync();
        var (number, code) = await ComplainAsync(address);
        await AnswerAsync(number);
        await ReadAsync(number, code);
        await SeesNothingAsync("window.clerk", number);
        await SeesNothingAsync("approval.head", number);
    }

    private async Task<string> CodeAsync()
    {
        await using var administrator = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: false);
        await administrator.SignInAsync("demo.admin");
        await administrator.GoAsync("/windows/codes");
        await administrator.GoAsync("/windows/sheet");
        await administrator.PictureAsync("window-sheet");
        var printed = (await administrator.Page.Locator(".qr-card .code").First.InnerTextAsync()).Trim();
        return printed[printed.IndexOf("/w/", StringComparison.Ordinal)..];
    }

    private async Task<(string Number, string Code)> ComplainAsync(string address)
    {
        await using var resident = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: true);
        await resident.GoAsync(address);
        await resident.ChooseAsync("Form.Tone", "Complaint");
        await resident.Page.FillAsync("[name='Form.Text']", Said);
        await resident.PictureAsync("window-say");
        await resident.SubmitAsync("main form .form-actions button.btn-primary");
        return ((await resident.Page.InnerTextAsync("#receipt-number")).Trim(), (await resident.Page.InnerTextAsync("#receipt-code")).Trim());
    }

    private async Task AnswerAsync(string number)
    {
        await using var supervisor = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: false);
        await supervisor.SignInAsync("inspector");
        await supervisor.GoAsync("/supervision");
        await supervisor.PictureAsync("supervision");
        await supervisor.GoAsync($"/matters/{number}");
        await supervisor.DoAsync(number, "answer-at-once", async page =>
        {
            await supervisor.ChooseAsync("Form.Outcome", "solved");
            await page.FillAsync("[name='Form.Text']", Reply);
        });
    }

    private async Task ReadAsync(string number, string code)
    {
        await using var resident = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: true);
        await resident.GoAsync("/track");
        await resident.Page.FillAsync("[name='Form.Number']", number);
        await resident.Page.FillAsync("[name='Form.Code']", code);
        await resident.SubmitAsync("main form .form-actions button.btn-primary");
        Assert.Contains(Reply, await resident.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task SeesNothingAsync(string login, string number)
    {
        await using var staff = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: false);
        await staff.SignInAsync(login);
        await staff.GoAsync("/work");
        foreach (var path in (string[])["/work", "/matters", "/matters?q=海棠", "/matters?confidential=1", "/statistics", "/matters/export?format=csv"])
        {
            var answer = await staff.Page.APIRequest.GetAsync(new Uri(site.Address, path).ToString());
            var body = await answer.TextAsync();
            Assert.DoesNotContain(number, body, StringComparison.Ordinal);
            Assert.DoesNotContain(Said[..10], body, StringComparison.Ordinal);
        }
        Assert.Equal(404, (await staff.Page.APIRequest.GetAsync(new Uri(site.Address, $"/matters/{number}").ToString())).Status);
    }
}
