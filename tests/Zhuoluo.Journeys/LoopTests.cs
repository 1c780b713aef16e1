using Zhuoluo.Journeys.Setup;

namespace Zhuoluo.Journeys;

/// <summary>The whole loop, once on a desktop and once on a phone: resident, dispatcher, handler, head, supervisor, resident, editor, public.</summary>
[Collection(nameof(Browser))]
public sealed class LoopTests(Browser browser, DemoSite site)
{
    private const string Said = "龙湖村委会东边路口的水泥路面破了一个大坑，下雨天老人摔倒过，请修补。";
    private const string Done = "已安排养护班修补路面，并加设警示标志，村民代表到场查看。";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_becomes_a_verified_result(bool isPhone)
    {
        var (number, code) = await HandInAsync(isPhone);
        await SortAndSendAsync(number, isPhone);
        await HandleAsync(number, isPhone);
        await CallBackAndCloseAsync(number, isPhone);
        await JudgeAsync(number, code, isPhone);
        await PublishAsync(number, isPhone);
        await SeeAsync(number, isPhone);
    }

    private async Task<(string Number, string Code)> HandInAsync(bool isPhone)
    {
        await using var resident = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone);
        await resident.GoAsync("/");
        await resident.GoAsync("/submit");
        await resident.ChooseAsync("Form.Kind", "Help");
        await resident.Page.FillAsync("[name='Form.Text']", Said);
        await resident.Page.SelectOptionAsync("[name='Form.PlaceCode']", "360821100");
        await resident.Page.FillAsync("[name='Form.Name']", "张三");
        await resident.Page.FillAsync("[name='Form.Phone']", "13800001234");
        await resident.PictureAsync("submit");
        await resident.SubmitAsync("main form .form-actions button.btn-primary");
        // Whoever ran first has published the same, so the second is asked once whether it is that.
        if (await resident.Page.Locator(".alike-step").CountAsync() > 0)
        {
            await resident.PictureAsync("alike");
            await resident.SubmitAsync(".alike-step button:not([name]):not([hidden])");
        }
        await resident.PictureAsync("receipt");
        var number = (await resident.Page.InnerTextAsync("#receipt-number")).Trim();
        var code = (await resident.Page.InnerTextAsync("#receipt-code")).Trim();
        Assert.Matches(@"^\d{4}-\d{6}$", number);
        Assert.DoesNotContain(code, resident.Page.Url, StringComparison.Ordinal);
        return (number, code);
    }

    private async Task SortAndSendAsync(string number, bool isPhone)
    {
        await using var dispatcher = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone);
        await dispatcher.SignInAsync("dispatcher");
        await dispatcher.GoAsync("/triage");
        await dispatcher.PictureAsync("triage");
        await dispatcher.GoAsync($"/matters/{number}");
        await dispatcher.DoAsync(number, "accept");
        await dispatcher.DoAsync(number, "assign", page => page.FillAsync("[name='Form.UnitId']", "吉安县交通运输局"));
        Assert.Contains("吉安县交通运输局", await dispatcher.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task HandleAsync(string number, bool isPhone)
    {
        await using var handler = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone);
        await handler.SignInAsync("roads.handler");
        await handler.GoAsync("/work");
        await handler.PictureAsync("workbench");
        await handler.DoAsync(number, "sign");
        await handler.DoAsync(number, "answer", async page =>
        {
            await handler.ChooseAsync("Form.Outcome", "solved");
            await page.FillAsync("[name='Form.Text']", Done);
        });
        await using var head = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone);
        await head.SignInAsync("roads.head");
        await head.DoAsync(number, "approve-answer");
    }

    private async Task CallBackAndCloseAsync(string number, bool isPhone)
    {
        await using var supervisor = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone);
        await supervisor.SignInAsync("supervisor");
        await supervisor.DoAsync(number, "call-back", async _ =>
        {
            await supervisor.ChooseAsync("Form.Result", "reached");
            await supervisor.ChooseAsync("Form.IsSolved", "yes");
        });
        await supervisor.DoAsync(number, "close");
        await supervisor.PictureAsync("matter");
    }

    private async Task JudgeAsync(string number, string code, bool isPhone)
    {
        await using var resident = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone);
        await resident.GoAsync("/track");
        await resident.Page.FillAsync("[name='Form.Number']", number);
        await resident.Page.FillAsync("[name='Form.Code']", code);
        await resident.SubmitAsync("#track-go");
        Assert.Contains(Done, await resident.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await resident.PictureAsync("track");
        await resident.ChooseAsync("Rate.Grade", "5");
        await resident.SubmitAsync("form[action*='Rate'] .form-actions button.btn-primary, form[action*='rate'] .form-actions button.btn-primary");
        Assert.DoesNotContain(code, resident.Page.Url, StringComparison.Ordinal);
        Assert.True(await resident.Page.Locator("[name='Rate.Grade']").CountAsync() == 0, await resident.Page.InnerTextAsync("main"));
    }

    private async Task PublishAsync(string number, bool isPhone)
    {
        await using var editor = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone);
        await editor.SignInAsync("editor");
        await editor.GoAsync("/publish");
        await editor.PictureAsync("publish-queue");
        var link = editor.Page.Locator("main li, main tr, main article").Filter(new() { HasText = number }).Locator("a[href^='/publish/']").First;
        while (await link.CountAsync() == 0)
        {
            // The newest text stands on the last page of the queue.
            await editor.GoAsync((await editor.Page.GetAttributeAsync("a[rel=next]", "href"))!);
        }
        await editor.GoAsync((await link.GetAttributeAsync("href"))!);
        await editor.PictureAsync("publish");
        await editor.SubmitAsync("main form .form-actions button.btn-primary");
    }

    private async Task SeeAsync(string number, bool isPhone)
    {
        await using var anybody = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone);
        await anybody.GoAsync($"/public/{number}");
        var text = await anybody.Page.InnerTextAsync("main");
        Assert.Contains(Done, text, StringComparison.Ordinal);
        Assert.DoesNotContain("张三", text, StringComparison.Ordinal);
        Assert.DoesNotContain("13800001234", text, StringComparison.Ordinal);
        await anybody.PictureAsync("public-matter");
    }
}
