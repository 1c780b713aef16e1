using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Organisation.Tokens;
using Zhuoluo.Tests.Rooms.Files;
using Zhuoluo.Tests.Rooms.Matters.Resident;
using Zhuoluo.Tests.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Attachments;

public sealed class UploadApiTests
{
    [Fact]
    public async Task A_resident_hands_a_photo_in_names_it_and_the_same_call_again_counts_once()
    {
        await using var site = await Site.OpenAsync();
        using var client = site.Client();
        var word = (await HandInAsync(client, Pictures.Jpeg()))[0];

        async Task<HttpResponseMessage> SendAsync(string text, string files)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/matters") { Content = JsonContent.Create(new { kind = "help", text, place = "360821", files = new[] { files } }) };
            request.Headers.Add("Idempotency-Key", "photo-1");
            return await client.SendAsync(request);
        }

        var first = await SendAsync("路灯坏了三天，照片见附件。", word);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await (await SendAsync("路灯坏了三天，照片见附件。", word)).Content.ReadAsStringAsync());
        Assert.Equal("once-key-of-another", await CodeAsync(await SendAsync("另一件事，路面塌了一块。", word)));
        var number = JsonDocument.Parse(await first.Content.ReadAsStringAsync()).RootElement.GetProperty("number").GetString();
        using var dispatcher = await site.SignInAsync(Role.Dispatcher);
        using var listed = JsonDocument.Parse(await dispatcher.GetStringAsync($"/api/v1/matters/{number}/files"));
        Assert.Equal("image/jpeg", Assert.Single(listed.RootElement.EnumerateArray()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_and_a_word_that_is_none_names_nothing()
    {
        await using var site = await Site.OpenAsync();
        using var client = site.Client();

        Assert.Equal("file-kind-not-taken", await CodeAsync(await PostAsync(client, [1, 2, 3])));
        Assert.Equal("too-many-files", await CodeAsync(await PostAsync(client, [.. Enumerable.Repeat(Pictures.Jpeg(), 7)])));
        Assert.Equal("missing", await CodeAsync(await client.PostAsync("/api/v1/files", new MultipartFormDataContent { { new StringContent("x"), "other" } })));
        var made = await client.PostAsJsonAsync("/api/v1/matters", new { kind = "help", text = "路灯坏了三天，看不见。", place = "360821", files = new[] { "invented" } });
        Assert.Equal("file-gone", await CodeAsync(made));
    }

    [Fact]
    public async Task A_token_needs_the_scope_and_a_deed_brings_the_photo()
    {
        await using var site = await Site.OpenAsync();
        using var resident = site.Client();
        var (number, _) = await resident.SendAsync();
        using var narrow = await BearerAsync(site, "di.narrow", "matters:read", "matters:write");
        using var wide = await BearerAsync(site, "di.wide", "matters:read", "matters:write", "files:write");

        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(narrow, Pictures.Jpeg())).StatusCode);
        var word = (await HandInAsync(wide, Pictures.Jpeg()))[0];
        var done = await wide.PostAsJsonAsync($"/api/v1/matters/{number}/deeds", new { verb = "accept", files = new[] { word } });
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        using var listed = JsonDocument.Parse(await wide.GetStringAsync($"/api/v1/matters/{number}/files"));
        var id = Assert.Single(listed.RootElement.EnumerateArray()).GetProperty("id").GetInt64();

        Assert.Equal("no-removal-reason", await CodeAsync(await wide.PostAsJsonAsync($"/api/v1/matters/{number}/files/{id}/removal", new { reason = "boredom" })));
        Assert.Equal(HttpStatusCode.Forbidden, (await narrow.PostAsJsonAsync($"/api/v1/matters/{number}/files/{id}/removal", new { reason = "face" })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await wide.PostAsJsonAsync($"/api/v1/matters/{number}/files/{id}/removal", new { reason = "face" })).StatusCode);
    }

    [Fact]
    public async Task Templates_are_kept_and_ended_by_a_token_with_the_scope()
    {
        await using var site = await Site.OpenAsync();
        using var keeper = await BearerAsync(site, "di.keeper", "replies:write");
        using var other = await BearerAsync(site, "di.other", "matters:write");

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/api/v1/reply-templates")).StatusCode);
        var made = await keeper.PostAsJsonAsync("/api/v1/reply-templates", new { name = "路灯", text = "{number} 已安排检修。" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var series = JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement.GetProperty("series").GetString();
        Assert.Equal("place-unknown", await CodeAsync(await keeper.PostAsJsonAsync("/api/v1/reply-templates", new { series, name = "路灯", text = "{nonsense}" })));
        Assert.Equal(HttpStatusCode.NoContent, (await keeper.PostAsJsonAsync($"/api/v1/reply-templates/{series}/end", new { })).StatusCode);
        Assert.Equal("[]", await keeper.GetStringAsync("/api/v1/reply-templates"));
    }

    private static async Task<HttpClient> BearerAsync(TestSite site, string login, params string[] scopes)
    {
        var id = await site.AddPersonAsync(login, Role.Dispatcher);
        var me = (await site.Services.GetRequiredService<Staff>().ActorAsync(id, site.Clock.GetUtcNow(), default))!;
        var act = site.Services.GetRequiredService<ActFactory>().New(me, Foundation.Door.Page);
        var shown = Given.Value(await site.Services.GetRequiredService<MakeTokenHandler>().HandleAsync(new MakeToken(id, "x", scopes, LocalDay.Of(act.At)), act, default));
        return site.Bearing(shown.Secret);
    }

    private static async Task<IReadOnlyList<string>> HandInAsync(HttpClient client, params byte[][] files)
    {
        var answer = await PostAsync(client, files);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return [.. json.RootElement.EnumerateArray().Select(f => f.GetProperty("word").GetString()!)];
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, params byte[][] files)
    {
        using var content = new MultipartFormDataContent();
        foreach (var file in files)
        {
            content.Add(new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } }, "file", "a.jpg");
        }
        return await client.PostAsync("/api/v1/files", content);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString();
}
