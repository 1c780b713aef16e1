using System.Net;
using System.Net.Http.Json;
using Zhuoluo.Foundation;
using Zhuoluo.Ledger.Receipts;
using Zhuoluo.Tests.Rooms.Matters.Resident;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Proofs;

/// <summary>Every write that a person makes says where its receipt is, whichever slice it was.</summary>
public sealed class WritesTests
{
    [Fact]
    public async Task Writes_of_many_slices_answer_with_receipts_of_their_entries()
    {
        await using var site = await Site.OpenAsync();
        using var resident = site.Client();
        using var dispatcher = await site.SignInAsync(Role.Dispatcher);
        using var administrator = await site.SignInAsync(SiteStaff.Administrator);
        var kinds = new List<string>();

        var handed = await resident.PostAsJsonAsync("/api/v1/matters", new { kind = "help", text = Given.Said, place = Site.Town });
        var receipt = (await handed.Content.ReadFromJsonAsync<Handed>())!;
        resident.DefaultRequestHeaders.Add("X-Receipt-Code", receipt.Code);
        HttpResponseMessage[] answers =
        [
            handed,
            await resident.PostFormAsync("/submit", Site.Words()),
            await dispatcher.PostAsJsonAsync($"/api/v1/matters/{receipt.Number}/deeds", new { verb = "accept" }),
            await dispatcher.PostAsJsonAsync($"/api/v1/matters/{receipt.Number}/deeds", new { verb = "assign", unit = "360821-03" }),
            await resident.PostAsJsonAsync($"/api/v1/matters/{receipt.Number}/withdrawal", new { text = "已经修好了" }),
            await administrator.PostFormAsync("/organisation/places/new", new() { ["Form.Code"] = "360821103", ["Form.Name"] = "永和镇", ["Form.Kind"] = "Town", ["Form.ParentCode"] = "360821" }),
        ];
        foreach (var answer in answers)
        {
            var links = answer.Receipts();
            Assert.True(links.Count > 0, $"{answer.RequestMessage!.RequestUri} answered {(int)answer.StatusCode} without a receipt: {await answer.Content.ReadAsStringAsync()}");
            foreach (var link in links)
            {
                var given = Receipt.Parse(await resident.GetByteArrayAsync(link));
                kinds.Add(LoggedEntry.Parse(given.Extra!.Entry).Kind);
                Assert.Empty(given.Extra.Openings);
                Assert.EndsWith(LoggedEntry.Parse(given.Extra.Entry).Id, link, StringComparison.Ordinal);
            }
        }
        Assert.Equal(["matter.registered", "matter.registered", "matter.accepted", "matter.assigned", "matter.withdrawn", "place.added"], kinds);
    }

    [Fact]
    public async Task What_is_only_read_or_refused_has_none()
    {
        await using var site = await Site.OpenAsync();
        using var resident = site.Client();
        var (number, _) = await resident.SendAsync();

        Assert.Empty((await resident.GetAsync("/track")).Receipts());
        var refused = await resident.PostAsJsonAsync("/api/v1/matters", new { kind = "help", text = "", place = Site.Town });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Empty(refused.Receipts());
        Assert.Empty((await resident.TrackAsync(number, "0000000000")).Receipts());
    }

    [Fact]
    public async Task Pages_link_the_receipt_beside_what_was_done_once()
    {
        await using var site = await Site.OpenAsync();
        using var dispatcher = await site.SignInAsync(Role.Dispatcher);
        using var resident = site.Client();
        var (number, _) = await resident.SendAsync();
        var done = await dispatcher.PostFormAsync($"/matters/{number}/do/accept", []);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);

        var next = await dispatcher.PageAsync(done.Headers.Location!.OriginalString);
        var link = next.QuerySelector("main [role=status] a.receipt-link")!.GetAttribute("href")!;
        Assert.Equal("/ledger/check?entry=" + done.Receipts().Single().Split('/')[^1], link);
        Assert.Contains("受理", (await resident.PageAsync(link)).QuerySelector("#check-result")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await dispatcher.PageAsync("/matters")).QuerySelector("a.receipt-link"));
    }

    [Theory, EachDatabase]
    public async Task The_trail_holds_what_was_committed_and_nothing_else(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var trail = new Trail();
        var act = house.ActAs(Actor.Public) with { Trail = trail };
        var writer = house.Writer;

        Assert.True((await writer.WriteAsync<Done>(act, work => Record(work, 1, new NotPermitted()), default)).IsRefused(out _, out _));
        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.WriteAsync<Done>(act, _ => throw new InvalidOperationException("x"), default));
        Assert.Empty(trail.Entries);

        await writer.WriteAsync<Done>(act, work => Record(work, 2, Done.Value), default);
        Assert.Equal(["matter.erased", "matter.erased"], trail.Entries.Select(e => e.Kind));
        await writer.WriteAsync<Done>(act, work => Record(work, 100, Done.Value), default);
        Assert.Equal(Trail.Most, trail.Entries.Count);
    }

    private static Task<Outcome<Done>> Record(Zhuoluo.Data.Work work, int many, Outcome<Done> outcome)
    {
        for (var i = 0; i < many; i++)
        {
            work.Record(new Zhuoluo.Rooms.Matters.Privacy.MatterErasedV1(default), new Subject("matter", i + 1));
        }
        return Task.FromResult(outcome);
    }

    private sealed record Handed(string Number, string Code);
}
