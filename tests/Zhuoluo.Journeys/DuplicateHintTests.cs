using Microsoft.EntityFrameworkCore;
using Zhuoluo.Journeys.Setup;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Journeys;

/// <summary>Somebody writes what is published already, is shown it before sending, says "me too", and gets a receipt of their own; a dispatcher is told.</summary>
[Collection(nameof(Browser))]
public sealed class DuplicateHintTests(Browser browser, DemoSite site)
{
    private const string Phone = "13900005678";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_says_me_too_gets_an_own_receipt_and_nothing_is_merged(bool isPhone)
    {
        var published = await site.ReadAsync(db => db.Set<Publication>().Where(p => p.State == PublicationState.Shown)
            .Join(db.Set<Matter>().Where(m => m.IsPublic && !m.IsConfidential && m.DriveId == null), p => p.MatterId, m => m.Id, (p, m) => new { m.Id, m.Number, p.Text, m.PlaceCode })
            .OrderByDescending(m => m.Id).FirstAsync());
        var said = published.Text + "我家也是，请尽快处理。";

        await using var resident = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone);
        await resident.GoAsync("/submit");
        await resident.ChooseAsync("Form.Kind", "Help");
        await resident.Page.FillAsync("[name='Form.Text']", said);
        await resident.Page.SelectOptionAsync("[name='Form.PlaceCode']", published.PlaceCode[..9]);
        await resident.Page.FillAsync("[name='Form.Name']", "李四");
        await resident.Page.FillAsync("[name='Form.Phone']", Phone);
        await resident.SubmitAsync("main form .form-actions button.btn-primary");
        var step = resident.Page.Locator(".alike-step");
        Assert.Equal($"/public/{published.Number}", await step.Locator("li a").First.GetAttributeAsync("href"));
        Assert.Equal(said, await resident.Page.InputValueAsync("[name='Form.Text']"));
        await resident.PictureAsync("alike");

        await resident.SubmitAsync($".alike-step button[name=Join][value='{published.Number}']");
        var own = (await resident.Page.InnerTextAsync("#receipt-number")).Trim();
        var code = (await resident.Page.InnerTextAsync("#receipt-code")).Trim();
        Assert.NotEqual(published.Number, own);
        // Another device: this one still knows the receipt and would not ask for it.
        await using var later = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone);
        await later.GoAsync("/track");
        await later.Page.FillAsync("[name='Form.Number']", own);
        await later.Page.FillAsync("[name='Form.Code']", code);
        await later.SubmitAsync("#track-go");
        Assert.Contains(own, await later.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        var kept = await site.ReadAsync(db => db.Set<Matter>().Where(m => m.Number == own)
            .Select(m => new { m.IsOpen, Links = db.Set<Link>().Where(l => l.MatterId == m.Id).Select(l => new { l.OtherId, l.Kind }).ToList() }).SingleAsync());
        Assert.True(kept.IsOpen);
        Assert.Equal((published.Id, LinkKind.Similar), kept.Links.Select(l => (l.OtherId, l.Kind)).Single());
        await using var anybody = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone);
        await anybody.GoAsync($"/public/{published.Number}");
        Assert.DoesNotContain("我家也是", await anybody.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.DoesNotContain(own, await anybody.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await using var dispatcher = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone);
        await dispatcher.SignInAsync("dispatcher");
        await dispatcher.GoAsync($"/matters/{own}/alike");
        var hint = dispatcher.Page.Locator(".alike-list li").Filter(new() { HasText = published.Number });
        Assert.Contains("诉求人说是同一件", await hint.InnerTextAsync(), StringComparison.Ordinal);
        await dispatcher.PictureAsync("alike-said");
    }
}
