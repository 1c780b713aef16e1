using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Api;

/// <summary>A program goes the whole way of a matter: in, through lists and deeds, to the answer and its rating.</summary>
public sealed class MattersApiTests
{
    [Theory]
    [InlineData("newest")]
    [InlineData("oldest")]
    [InlineData("due")]
    [InlineData("changed")]
    public async Task Reading_on_with_next_tells_each_matter_once_while_others_come_in(string sort)
    {
        await using var site = await StaffSite.OpenAsync();
        var before = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            before.Add((await site.RegisterAsync($"第{i}件：路灯不亮，请派人来看。")).Number);
        }
        using var dispatcher = await site.Site.SignInAsync(Role.Dispatcher);

        var seen = new List<string>();
        for (var next = $"/api/v1/matters?sort={sort}&limit=3"; next is not null;)
        {
            var page = await JsonAsync(await dispatcher.GetAsync(next));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetString()!));
            next = page.GetProperty("next").GetString();
            await site.RegisterAsync("后来的一件：水管漏水。");
            Assert.True(seen.Count < 40);
        }

        Assert.Equal(before, seen.Distinct().Intersect(before).Order());
        Assert.Equal(seen.Count, seen.Distinct().Count());
        await AssertRefusedAsync(await dispatcher.GetAsync("/api/v1/matters?after=nonsense"), HttpStatusCode.UnprocessableEntity, "unreadable-mark");
    }

    [Fact]
    public async Task An_etag_spares_the_same_answer_and_holds_a_deed_to_what_was_read()
    {
        await using var site = await StaffSite.OpenAsync();
        var receipt = await site.RegisterAsync();
        using var dispatcher = await site.Site.SignInAsync(Role.Dispatcher);
        var file = $"/api/v1/matters/{receipt.Number}/file";

        var tag = (await dispatcher.GetAsync(file)).Headers.ETag!;
        using var again = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { IfNoneMatch = { tag } } };
        Assert.Equal(HttpStatusCode.NotModified, (await dispatcher.SendAsync(again)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await DeedAsync(dispatcher, receipt, "accept", tag)).StatusCode);
        await AssertRefusedAsync(await DeedAsync(dispatcher, receipt, "accept", tag), HttpStatusCode.Conflict, "wrong-state");
        await AssertRefusedAsync(await DeedAsync(dispatcher, receipt, "urge", tag, new { verb = "sort", title = "另一个标题" }), HttpStatusCode.PreconditionFailed, "changed-meanwhile");
        await AssertRefusedAsync(await DeedAsync(dispatcher, receipt, "accept", new EntityTagHeaderValue("\"nonsense\"")), HttpStatusCode.PreconditionFailed, "changed-meanwhile");
    }

    [Fact]
    public async Task A_key_makes_a_request_count_once_and_is_good_for_no_other()
    {
        await using var site = await StaffSite.OpenAsync();
        using var anybody = site.Site.Client();
        var body = new { kind = "help", text = "上坪村停水三天。", place = "360821101201" };

        var first = await JsonAsync(await KeyedAsync(anybody, "/api/v1/matters", "k-1", body));
        var second = await JsonAsync(await KeyedAsync(anybody, "/api/v1/matters", "k-1", body));
        Assert.Equal(first.GetRawText(), second.GetRawText());
        await AssertRefusedAsync(await KeyedAsync(anybody, "/api/v1/matters", "k-1", body with { text = "另一件事。" }), HttpStatusCode.UnprocessableEntity, "once-key-of-another");
        await AssertRefusedAsync(await KeyedAsync(anybody, "/api/v1/matters", new string('k', 101), body), HttpStatusCode.UnprocessableEntity, "unreadable-once-key");

        using var dispatcher = await site.Site.SignInAsync(Role.Dispatcher);
        var drive = new { code = "lamps-2026", name = "路灯专项", kind = "other", from = "2026-01-01" };
        Assert.Equal(HttpStatusCode.Created, (await KeyedAsync(dispatcher, "/api/v1/drives", "d-1", drive)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await KeyedAsync(dispatcher, "/api/v1/drives", "d-1", drive)).StatusCode);
        await AssertRefusedAsync(await KeyedAsync(dispatcher, "/api/v1/drives", "d-2", drive), HttpStatusCode.Conflict, "code-taken");
        var shift = new { drive = "lamps-2026", on = "2026-03-02", head = "李局长" };
        var one = await JsonAsync(await KeyedAsync(dispatcher, "/api/v1/shifts", "s-1", shift));
        var two = await JsonAsync(await KeyedAsync(dispatcher, "/api/v1/shifts", "s-1", shift));
        Assert.Equal(one.GetRawText(), two.GetRawText());
    }

    [Fact]
    public async Task A_requester_asks_replies_and_rates_with_the_code_alone()
    {
        await using var site = await StaffSite.OpenAsync();
        var receipt = await site.SignedAsync(Town.Pipes, Town.PipeHandler);
        await site.DoAsync(receipt, Verb.AskRequester, Town.PipeHandler, d => d with { Text = "哪一户先停的？" });
        using var anybody = site.Site.Client();
        var matter = $"/api/v1/matters/{receipt.Number}";

        await AssertRefusedAsync(await anybody.PostAsJsonAsync(matter + "/reply", new { text = "x" }), HttpStatusCode.UnprocessableEntity, "missing");
        anybody.DefaultRequestHeaders.Add("X-Receipt-Code", "0000000000");
        await AssertRefusedAsync(await anybody.PostAsJsonAsync(matter + "/reply", new { text = "x" }), HttpStatusCode.UnprocessableEntity, "wrong-receipt");
        anybody.DefaultRequestHeaders.Remove("X-Receipt-Code");
        anybody.DefaultRequestHeaders.Add("X-Receipt-Code", receipt.Code);
        Assert.Equal("哪一户先停的？", (await JsonAsync(await anybody.GetAsync(matter))).GetProperty("question").GetString());
        Assert.Equal("in-progress", (await JsonAsync(await anybody.PostAsJsonAsync(matter + "/reply", new { text = "村口第一户。" }))).GetProperty("state").GetString());
        await AssertRefusedAsync(await anybody.PostAsJsonAsync(matter + "/rating", new { grade = 5 }), HttpStatusCode.UnprocessableEntity, "not-ratable-yet");
    }

    [Fact]
    public async Task Lists_of_visits_duty_topics_counts_and_notices_answer_with_the_address_of_their_records()
    {
        await using var site = await StaffSite.OpenAsync();
        var receipt = await site.AssignedAsync(Town.Pipes);
        await site.Site.Services.GetRequiredService<Zhuoluo.Data.Pump>().DrainAsync(default);
        using var dispatcher = await site.Site.SignInAsync(Role.Dispatcher);

        var counts = await JsonAsync(await dispatcher.GetAsync("/api/v1/statistics?by=kind"));
        var row = counts.GetProperty("rows").EnumerateArray().Single();
        var records = await JsonAsync(await dispatcher.GetAsync(row.GetProperty("records").GetString()));
        Assert.Equal(row.GetProperty("total").GetInt64(), records.GetProperty("items").GetArrayLength());
        Assert.Equal(1, (await JsonAsync(await dispatcher.GetAsync("/api/v1/matters/count?state=open"))).GetProperty("count").GetInt64());
        Assert.Contains("assign", (await JsonAsync(await dispatcher.GetAsync($"/api/v1/matters/{receipt.Number}/history"))).GetRawText(), StringComparison.Ordinal);
        Assert.Equal("5wd", (await JsonAsync(await dispatcher.GetAsync($"/api/v1/matters/{receipt.Number}/deadline"))).GetProperty("limit").GetString());
        foreach (var address in (string[])["visits", "shifts", "notices", "categories", "drives", "places", "units", "me", "public/matters", "public/statistics"])
        {
            Assert.Equal(HttpStatusCode.OK, (await dispatcher.GetAsync("/api/v1/" + address)).StatusCode);
        }
    }

    private static async Task<HttpResponseMessage> DeedAsync(HttpClient client, Receipt receipt, string verb, EntityTagHeaderValue tag, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/matters/{receipt.Number}/deeds") { Content = JsonContent.Create(body ?? new { verb }), Headers = { IfMatch = { tag } } };
        return await client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> KeyedAsync(HttpClient client, string address, string key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", key } } };
        return await client.SendAsync(request);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {text}");
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"\"code\":\"{code}\"", text, StringComparison.Ordinal);
    }
}
