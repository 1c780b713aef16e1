using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Journeys.Setup;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Journeys;

/// <summary>Somebody finds a closed matter badly done: the list, the call, the fix, the second call, and what the rates say of it.</summary>
[Collection(nameof(Browser))]
public sealed class RatingTests(Browser browser, DemoSite site)
{
    private const string Said = "敦厚镇车站旁的公交站台没有雨棚，下雨时老人小孩淋雨等车，请加装。";
    private const string Done = "站台雨棚已列入本月维修并安装完毕。";
    private const string Bad = "雨棚只装了一半，另一边照样漏雨。";
    private const string Mended = "站台雨棚另一边已补装，现场泼水试过不漏雨。";

    [Fact]
    public async Task A_bad_rating_is_called_about_fixed_and_settled_by_the_second_call()
    {
        var (number, code) = await HandInAsync();
        await SendAndCloseAsync(number);
        var before = await RatesAsync();
        var link = await LinkAsync(number, code);
        await StaffIsRefusedAsync(number, link);
        await RateBadlyAsync(link);
        var address = await CallAndFixAsync(number);
        await AnswerAsync(number, Mended);
        await CallAgainAsync(number, address);
        var after = await RatesAsync();

        // One more bad rating, put right in time; the second round was offered and not rated.
        Assert.Equal((before.Rated.Part + 1, before.Rated.Whole + 1), (after.Rated.Part, after.Rated.Whole));
        Assert.Equal((before.Good.Part, before.Good.Whole + 1), (after.Good.Part, after.Good.Whole));
        Assert.Equal((before.Fixed.Part + 1, before.Fixed.Whole + 1), (after.Fixed.Part, after.Fixed.Whole));
        Assert.Equal((before.InTime.Part + 1, before.InTime.Whole + 1), (after.InTime.Part, after.InTime.Whole));
    }

    private async Task<(string Number, string Code)> HandInAsync()
    {
        await using var resident = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: true);
        await resident.GoAsync("/submit");
        await resident.ChooseAsync("Form.Kind", "Help");
        await resident.Page.FillAsync("[name='Form.Text']", Said);
        await resident.Page.SelectOptionAsync("[name='Form.PlaceCode']", "360821100");
        await resident.Page.FillAsync("[name='Form.Name']", "李四");
        await resident.Page.FillAsync("[name='Form.Phone']", "13800005678");
        await resident.SubmitAsync("main form .form-actions button.btn-primary");
        if (await resident.Page.Locator(".alike-step").CountAsync() > 0)
        {
            await resident.SubmitAsync(".alike-step button:not([name])");
        }
        return ((await resident.Page.InnerTextAsync("#receipt-number")).Trim(), (await resident.Page.InnerTextAsync("#receipt-code")).Trim());
    }

    private async Task SendAndCloseAsync(string number)
    {
        await using (var dispatcher = await StaffAsync("dispatcher"))
        {
            await dispatcher.DoAsync(number, "accept");
            await dispatcher.DoAsync(number, "assign", page => page.FillAsync("[name='Form.UnitId']", "吉安县交通运输局"));
        }
        await using (var handler = await StaffAsync("roads.handler"))
        {
            await handler.DoAsync(number, "sign");
        }
        await AnswerAsync(number, Done);
        await using var supervisor = await StaffAsync("supervisor");
        await CallBackAsync(supervisor, number);
        await supervisor.DoAsync(number, "close");
    }

    private async Task AnswerAsync(string number, string text)
    {
        await using var handler = await StaffAsync("roads.handler");
        await handler.DoAsync(number, "answer", async page =>
        {
            await handler.ChooseAsync("Form.Outcome", "solved");
            await page.FillAsync("[name='Form.Text']", text);
        });
        await using var head = await StaffAsync("roads.head");
        await head.DoAsync(number, "approve-answer");
    }

    private static Task CallBackAsync(Visitor supervisor, string number) => supervisor.DoAsync(number, "call-back", async _ =>
    {
        await supervisor.ChooseAsync("Form.Result", "reached");
        await supervisor.ChooseAsync("Form.IsSolved", "yes");
    });

    private async Task<string> LinkAsync(string number, string code)
    {
        await using var resident = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: true);
        await resident.GoAsync("/track");
        await resident.Page.FillAsync("[name='Form.Number']", number);
        await resident.Page.FillAsync("[name='Form.Code']", code);
        await resident.SubmitAsync("#track-go");
        return (await resident.Page.GetAttributeAsync("#rate-link", "href"))!;
    }

    // Who works here cannot rate, not even with the requester's own link; the link stays good.
    private async Task StaffIsRefusedAsync(string number, string link)
    {
        await using var head = await StaffAsync("roads.head");
        await head.GoAsync(link);
        await head.ChooseAsync("Rate.Grade", "5");
        await head.SubmitAsync("main form .form-actions button.btn-primary");
        Assert.Equal(1, await head.Page.Locator("main form .form-actions button.btn-primary").CountAsync());
        Assert.Contains("工作人员", await head.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.False(await site.ReadAsync(db => db.Set<Rating>().AnyAsync(r => r.GivenAt != null && db.Set<Matter>().Any(m => m.Id == r.MatterId && m.Number == number))));
    }

    private async Task RateBadlyAsync(string link)
    {
        await using var resident = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: true);
        await resident.GoAsync(link);
        await resident.ChooseAsync("Rate.Grade", "1");
        await resident.ChooseAsync("Rate.IsSolved", "false");
        await resident.Page.FillAsync("[name='Rate.Comment']", Bad);
        await resident.PictureAsync("rate");
        await resident.SubmitAsync("main form .form-actions button.btn-primary");
        Assert.Equal(1, await resident.Page.Locator(".done-head").CountAsync());
        // Once and no more.
        await resident.GoAsync(link);
        await resident.ChooseAsync("Rate.Grade", "5");
        await resident.SubmitAsync("main form .form-actions button.btn-primary");
        Assert.Equal(0, await resident.Page.Locator(".done-head").CountAsync());
    }

    private async Task<string> CallAndFixAsync(string number)
    {
        await using var supervisor = await StaffAsync("supervisor");
        await supervisor.GoAsync("/evaluation/dissatisfied?state=AwaitingCall");
        await supervisor.PictureAsync("dissatisfied");
        var link = supervisor.Page.Locator("main tr").Filter(new() { HasText = number }).Locator("a[href^='/evaluation/dissatisfied/']").First;
        while (await link.CountAsync() == 0)
        {
            await supervisor.GoAsync((await supervisor.Page.GetAttributeAsync("a[rel=next]", "href"))!);
        }
        var address = (await link.GetAttributeAsync("href"))!;
        await supervisor.GoAsync(address);
        Assert.Contains(Bad, await supervisor.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await DoAsync(supervisor, "Call", "已电话核实：雨棚确实只装了一侧。");
        await supervisor.PictureAsync("dissatisfied-item");
        await DoAsync(supervisor, "Fix", "诉求明确合理，三日内补装另一侧。");
        await supervisor.GoAsync($"/matters/{number}");
        await WaitForAsync(supervisor, address, "整改中");
        return address;
    }

    private async Task CallAgainAsync(string number, string address)
    {
        await using var supervisor = await StaffAsync("supervisor");
        // The approved answer of the second round is the fix, and the call about it settles: nobody enters either twice.
        await WaitForAsync(supervisor, address, "待二次回访");
        await CallBackAsync(supervisor, number);
        await supervisor.DoAsync(number, "close");
        await WaitForAsync(supervisor, address, "重办后满意");
        await supervisor.PictureAsync("dissatisfied-settled");
        await supervisor.GoAsync("/evaluation/dissatisfied?state=Settled");
        Assert.Contains(number, await supervisor.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task<Numbers> RatesAsync()
    {
        await using var leader = await StaffAsync("leader");
        await leader.GoAsync("/evaluation");
        await leader.PictureAsync("rates");
        var row = leader.Page.Locator("#by-rating tbody tr").Filter(new() { HasText = "吉安县交通运输局" });
        // Unit, rank, rated of offered, satisfied, good, fixed, fixed in time, excluded.
        return new(await PartsAsync(row, 2), await PartsAsync(row, 4), await PartsAsync(row, 5), await PartsAsync(row, 6));

        static async Task<(int, int)> PartsAsync(Microsoft.Playwright.ILocator row, int cell)
        {
            var of = row.Locator("td").Nth(cell).Locator(".of").First;
            if (await of.CountAsync() == 0)
            {
                return (0, 0);
            }
            var parts = (await of.InnerTextAsync()).Split('/');
            return (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        }
    }

    private static async Task DoAsync(Visitor staff, string verb, string note)
    {
        await staff.ChooseAsync("Form.Verb", verb);
        await staff.Page.FillAsync("[name='Form.Note']", note);
        await staff.SubmitAsync("#deed .form-actions button.btn-primary");
    }

    // What follows from entries is there a moment later.
    private static async Task WaitForAsync(Visitor staff, string address, string state)
    {
        for (var i = 0; i < 50; i++)
        {
            await staff.Page.GotoAsync(address);
            if ((await staff.Page.InnerTextAsync("main .badges")).Contains(state, StringComparison.Ordinal))
            {
                break;
            }
            await staff.Page.WaitForTimeoutAsync(100);
        }
        await staff.CheckAsync();
        Assert.Contains(state, await staff.Page.InnerTextAsync("main .badges"), StringComparison.Ordinal);
    }

    private async Task<Visitor> StaffAsync(string login)
    {
        var staff = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: false);
        await staff.SignInAsync(login);
        return staff;
    }

    private sealed record Numbers((int Part, int Whole) Rated, (int Part, int Whole) Good, (int Part, int Whole) Fixed, (int Part, int Whole) InTime);
}
