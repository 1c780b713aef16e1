using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Zhuoluo.Foundation;
using Zhuoluo.Journeys.Setup;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Register;

namespace Zhuoluo.Journeys;

/// <summary>Five requests about one road become a promise on a list: three months, a slip, a red light, a meeting, a decision, and an end that others see to.</summary>
[Collection(nameof(Browser))]
public sealed class PromiseTests(Browser browser)
{
    private const string Lead = "吉安县交通运输局";
    private string _number = "";

    [Fact]
    public async Task Five_requests_about_one_road_become_a_promise_that_is_kept_late_and_openly()
    {
        await using var site = await YearSite.OpenAsync();
        var year = LocalDay.Of(site.Clock.Now).Year;
        var receipts = await AskAsync(site);
        await PromiseAsync(site, year, receipts);
        await ProgressAsync(site, year);
        await MeetAsync(site, year);
        await SlipAsync(site, year);
        await EndAsync(site, year);
        await AnswerAsync(site, receipts[0]);
        await SeeAsync(site, year);
    }

    private static async Task<IReadOnlyList<Receipt>> AskAsync(YearSite site)
    {
        var receipts = new List<Receipt>();
        for (var i = 1; i <= 5; i++)
        {
            var matter = new RegisterMatter(MatterKind.Help, Channel.Web, $"村口到小学的路第{i}段坑洼，下雨积水，孩子上学难走。", "360821100");
            receipts.Add((await site.Services.GetRequiredService<RegisterMatterHandler>().HandleAsync(matter, site.Services.GetRequiredService<ActFactory>().New(Actor.Public, Door.Page), default))
                .Match(receipt => receipt, refusal => throw new InvalidOperationException(refusal.Code)));
        }
        return receipts;
    }

    private async Task PromiseAsync(YearSite site, int year, IReadOnlyList<Receipt> receipts)
    {
        await using var dispatcher = await ComeAsync(site, "dispatcher");
        await dispatcher.GoAsync("/programmes");
        await dispatcher.Page.FillAsync("[name='Form.Code']", $"ms-{year}");
        await dispatcher.Page.FillAsync("[name='Form.Name']", "民生实事");
        await dispatcher.Page.SelectOptionAsync("[name='Form.Kind']", "practical");
        await dispatcher.Page.SelectOptionAsync("[name='Form.Source']", "requests");
        await dispatcher.Page.SelectOptionAsync("[name='Form.UnitId']", new SelectOptionValue { Label = "吉安县" });
        await dispatcher.SubmitAsync("main form[method=post] .form-actions button.btn-primary");

        await dispatcher.GoAsync($"/projects/new?list=ms-{year}");
        await dispatcher.Page.FillAsync("[name='Form.Name']", "村口到小学道路修复");
        await dispatcher.Page.SelectOptionAsync("[name='Form.LeadUnitId']", new SelectOptionValue { Label = Lead });
        await dispatcher.Page.FillAsync("[name='Form.PlannedStart']", $"{year}-03-01");
        await dispatcher.Page.FillAsync("[name='Form.PlannedFinish']", $"{year}-06-30");
        await dispatcher.Page.FillAsync("[name='Form.Targets']", "道路修复 3.5 公里");
        await dispatcher.Page.FillAsync("[name='Form.Matters']", string.Join(',', receipts.Select(r => r.Number)));
        await dispatcher.SubmitAsync("main form .form-actions button.btn-primary");
        _number = dispatcher.Page.Url.Split('/')[^1];
        Assert.Matches(@"^P\d{4}-\d{5}$", _number);
    }

    private async Task ProgressAsync(YearSite site, int year)
    {
        await using (var handler = await ComeAsync(site, "roads.handler"))
        {
            await DoAsync(handler, "start", page => page.FillAsync("[name='Form.On']", $"{year}-03-01"));
        }
        foreach (var (month, done) in new[] { (3, "20"), (4, "25"), (5, "30") })
        {
            site.Clock.Set(new DateOnly(year, month, 26), 10);
            await using var handler = await ComeAsync(site, "roads.handler");
            await handler.GoAsync($"/projects/{_number}/report");
            await handler.Page.FillAsync("[name='Form.Done']", done);
            await handler.Page.FillAsync("[name='Form.Text']", "路基施工");
            await handler.Page.FillAsync("[name='Form.Problem']", month > 3 ? "补助资金未到位" : "");
            await handler.SubmitAsync("main form .form-actions button.btn-primary");
            if (month == 5)
            {
                await handler.PictureAsync("project");
                Assert.Contains("红灯", await handler.Page.InnerTextAsync("header.page-head"), StringComparison.Ordinal);
            }
        }
    }

    private async Task MeetAsync(YearSite site, int year)
    {
        await site.DrainAsync();
        await using var dispatcher = await ComeAsync(site, "dispatcher");
        await dispatcher.GoAsync("/dashboard");
        await dispatcher.PictureAsync("dashboard");
        await dispatcher.GoAsync("/rhythm/meetings");
        await dispatcher.Page.FillAsync("[name='Form.Title']", "五月调度会");
        await dispatcher.Page.SelectOptionAsync("[name='Form.OfficeId']", new SelectOptionValue { Label = "吉安县" });
        await dispatcher.Page.FillAsync("[name='Form.On']", $"{year}-05-26");
        await dispatcher.SubmitAsync("main form[method=post] .form-actions button.btn-primary");
        Assert.Contains("村口到小学道路修复", await dispatcher.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await dispatcher.Page.FillAsync("[name='Form.Text']", "财政部门一周内拨付补助，交通部门增加班组。");
        await dispatcher.Page.SelectOptionAsync("[name='Form.UnitId']", new SelectOptionValue { Label = Lead });
        await dispatcher.Page.FillAsync("[name='Form.DueOn']", $"{year}-06-10");
        await dispatcher.SubmitAsync("form[action*='Decide'] button.btn-primary");
        await dispatcher.Page.FillAsync("[name='Held.On']", $"{year}-05-26");
        await dispatcher.SubmitAsync("form[action*='Hold'] button.btn-primary");
        await dispatcher.PictureAsync("meeting");

        await using var handler = await ComeAsync(site, "roads.handler");
        await handler.GoAsync("/rhythm");
        Assert.Contains("增加班组", await handler.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task SlipAsync(YearSite site, int year)
    {
        await using var handler = await ComeAsync(site, "roads.handler");
        await DoAsync(handler, "ask-slip", async page =>
        {
            await handler.ChooseAsync("Form.Reason", "funds");
            await page.FillAsync("[name='Form.Until']", $"{year}-08-31");
            await page.FillAsync("[name='Form.Text']", "补助资金未按计划到位");
        });
        await using var supervisor = await ComeAsync(site, "supervisor");
        await DoAsync(supervisor, "approve-slip");
    }

    private async Task EndAsync(YearSite site, int year)
    {
        site.Clock.Set(new DateOnly(year, 8, 20), 10);
        await using (var handler = await ComeAsync(site, "roads.handler"))
        {
            await DoAsync(handler, "complete", page => page.FillAsync("[name='Form.Text']", "全线完工通车"));
            await DoAsync(handler, "measure-target", async page =>
            {
                await page.SelectOptionAsync("[name='Form.ItemId']", new SelectOptionValue { Index = 1 });
                await page.FillAsync("[name='Form.Reached']", "3.5");
                await page.FillAsync("[name='Form.Text']", "现场核量");
            });
        }
        await using (var supervisor = await ComeAsync(site, "supervisor"))
        {
            await DoAsync(supervisor, "accept", page => page.FillAsync("[name='Form.Text']", "与承诺一致，同意通过"));
        }
        await using (var dispatcher = await ComeAsync(site, "dispatcher"))
        {
            await DoAsync(dispatcher, "publicise");
        }
        site.Clock.Set(new DateOnly(year, 8, 30), 10);
        await using var closer = await ComeAsync(site, "supervisor");
        await DoAsync(closer, "close");
    }

    private async Task AnswerAsync(YearSite site, Receipt receipt)
    {
        await using var resident = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: true);
        await resident.GoAsync("/track");
        await resident.Page.FillAsync("[name='Form.Number']", receipt.Number);
        await resident.Page.FillAsync("[name='Form.Code']", receipt.Code);
        await resident.SubmitAsync("#track-go");
        Assert.Contains("村口到小学道路修复", await resident.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await resident.SubmitAsync("button[name=agrees][value=true]");
        Assert.Contains("已表示认可", await resident.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task SeeAsync(YearSite site, int year)
    {
        await site.DrainAsync();
        await using var anybody = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: true);
        await anybody.GoAsync($"/public/programmes/ms-{year}");
        await anybody.GoAsync($"/public/projects/{_number}");
        await anybody.PictureAsync("public-project");
        var shown = await anybody.Page.InnerTextAsync("main");
        Assert.All([$"{year}-06-30", $"{year}-08-31", "补助资金未按计划到位", "已销号", "延期完成"], text => Assert.Contains(text, shown, StringComparison.Ordinal));
    }

    private async Task<Visitor> ComeAsync(YearSite site, string login)
    {
        var visitor = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: false);
        await visitor.SignInAsync(login);
        return visitor;
    }

    private async Task DoAsync(Visitor visitor, string verb, Func<IPage, Task>? fill = null)
    {
        await visitor.GoAsync($"/projects/{_number}/do/{verb}");
        if (fill is not null)
        {
            await fill(visitor.Page);
        }
        await visitor.SubmitAsync("main form .form-actions button.btn-primary");
        Assert.DoesNotContain("/do/", visitor.Page.Url, StringComparison.Ordinal);
    }
}
