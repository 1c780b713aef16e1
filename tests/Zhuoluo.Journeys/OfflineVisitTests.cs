using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Zhuoluo.Journeys.Setup;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Journeys;

/// <summary>A secretary in a village without reception: the form opens, three matters and a photo are kept, and go out once when the network is back.</summary>
[Collection(nameof(Browser))]
public sealed class OfflineVisitTests(Browser browser, DemoSite site)
{
    private const string Form = "/visits/new";
    private const string Note = "走访第三组没有信号";

    // One grey pixel.
    private static readonly byte[] _photo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_visit_without_reception_is_kept_and_sent_exactly_once()
    {
        await using var secretary = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: true);
        await secretary.SignInAsync("town.clerk");
        await secretary.GoAsync(Form);
        var page = secretary.Page;
        await page.WaitForFunctionAsync("async () => !!(await caches.match('/visits/blank')) && !!navigator.serviceWorker.controller");
        Assert.Equal(["/visits/blank"], await page.EvaluateAsync<string[]>("async () => (await (await caches.open('visit-form')).keys()).map(r => new URL(r.url).pathname).filter(p => !/\\.(css|js|svg)$/.test(p))"));

        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        Assert.DoesNotContain("测试", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("[name=__RequestVerificationToken]").CountAsync());
        await FillAsync(page);
        await secretary.PictureAsync("visit-offline");
        await page.ClickAsync("[data-visit] .btn-big");
        await Assertions.Expect(page.Locator("[data-outbox] li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[data-outbox] li")).ToContainTextAsync("3 件事项 · 1 张照片");
        await secretary.PictureAsync("visit-waiting");
        Assert.Equal("", await page.InputValueAsync("[name='Form.Matters[0].Text']"));

        // The first answer is lost on its way back: the server has it, the telephone does not know.
        var tries = 0;
        var network = await page.Context.NewCDPSessionAsync(page);
        network.Event("Fetch.requestPaused").OnEvent += async (_, paused) =>
        {
            var id = paused!.Value.GetProperty("requestId").GetString()!;
            await (++tries == 1
                ? network.SendAsync("Fetch.failRequest", new() { ["requestId"] = id, ["errorReason"] = "ConnectionReset" })
                : network.SendAsync("Fetch.continueRequest", new() { ["requestId"] = id }));
        };
        await network.SendAsync("Fetch.enable", new() { ["patterns"] = new[] { new Dictionary<string, object> { ["urlPattern"] = "*handler=Queued", ["requestStage"] = "Response" } } });
        await page.Context.SetOfflineAsync(false);
        await page.EvaluateAsync("() => window.outbox.send()");
        Assert.Equal(1, tries);
        Assert.Equal(1, await site.ReadAsync(db => db.Set<Visit>().CountAsync(v => v.Note == Note)));
        await Assertions.Expect(page.Locator("[data-outbox] li")).ToHaveCountAsync(1);
        await page.EvaluateAsync("() => Promise.all([window.outbox.send(), window.outbox.send()])");
        await Assertions.Expect(page.Locator("[data-outbox]")).ToBeHiddenAsync();
        Assert.Equal(2, tries);
        await Assertions.Expect(page.Locator("[data-visit-said]")).ToContainTextAsync("走访已登记");

        var found = await site.ReadAsync(async db =>
        {
            var visit = await db.Set<Visit>().SingleAsync(v => v.Note == Note);
            var matters = await db.Set<Matter>().Where(m => m.VisitId == visit.Id).Select(m => m.Id).ToListAsync();
            var photos = await db.Set<Attachment>().Where(a => matters.Contains(a.OwnerId)).ToListAsync();
            return (visit.Households, Matters: matters.Count, Photos: photos.Count, Small: photos.Count(p => p.SmallDigest != null));
        });
        Assert.Equal((7, 3, 1, 1), found);
        await secretary.GoAsync(Form);
    }

    [Fact]
    public async Task A_refused_visit_is_kept_for_changing_and_signing_out_empties_the_device()
    {
        await using var secretary = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: true);
        await secretary.SignInAsync("town.clerk");
        await secretary.GoAsync(Form);
        var page = secretary.Page;
        await FillAsync(page);
        await page.FillAsync("[name='Form.Matters[1].Phone']", "12");
        await page.ClickAsync("[data-visit] .btn-big");
        await Assertions.Expect(page.Locator("[data-outbox] .field-error")).ToContainTextAsync("没有登记成功");
        await secretary.PictureAsync("visit-refused");
        await secretary.CheckAsync();
        await page.Locator("[data-outbox] .outbox-acts button").First.ClickAsync();
        // What was kept comes back from the device's own store, a moment after the button.
        await Assertions.Expect(page.Locator("[name='Form.Matters[1].Phone']")).ToHaveValueAsync("12");
        await Assertions.Expect(page.Locator(".photo-new img")).ToHaveCountAsync(1);

        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.EvaluateAsync("() => document.querySelector('form[action=\"/sign-out\"]').requestSubmit()");
        await page.WaitForURLAsync("**/sign-in*");
        Assert.Equal(0, await page.EvaluateAsync<int>("""
            async () => await new Promise(done => {
              const asked = indexedDB.open('zhuoluo-outbox', 1);
              asked.onupgradeneeded = () => asked.result.createObjectStore('visits', { keyPath: 'key' });
              asked.onsuccess = () => { const count = asked.result.transaction('visits').objectStore('visits').count(); count.onsuccess = () => done(count.result); };
            }) + (await caches.keys()).length
            """));
    }

    private static async Task FillAsync(IPage page)
    {
        await page.SelectOptionAsync("[name='Form.DriveId']", new SelectOptionValue { Index = 1 });
        await page.SelectOptionAsync("[name='Form.PlaceCode']", new SelectOptionValue { Index = 1 });
        await page.FillAsync("[name='Form.Households']", "7");
        await page.FillAsync("[name='Form.Matters[0].Text']", "村口的路灯坏了三天。");
        await page.SetInputFilesAsync("[name='Form.Matters[0].Photos']", new FilePayload { Name = "IMG_1.png", MimeType = "image/png", Buffer = _photo });
        await Assertions.Expect(page.Locator(".photo-new img")).ToHaveCountAsync(1);
        await page.ClickAsync("[data-visit-more]");
        await page.FillAsync("[name='Form.Matters[1].Text']", "水渠堵了，请疏通。");
        await page.ClickAsync("[data-visit-more]");
        await page.FillAsync("[name='Form.Matters[2].Text']", "想知道医保怎么缴。");
        await page.ClickAsync(".visit .more summary");
        await page.FillAsync("[name='Form.Note']", Note);
    }
}
