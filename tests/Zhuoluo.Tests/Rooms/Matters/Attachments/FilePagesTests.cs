using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Zhuoluo.Foundation;
using Zhuoluo.Tests.Rooms.Files;
using Zhuoluo.Tests.Rooms.Matters.Resident;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Attachments;

/// <summary>Photos on the way from a resident's form to the pages of those who may see them, over HTTP.</summary>
public sealed class FilePagesTests
{
    [Fact]
    public async Task A_photo_is_seen_by_its_requester_and_by_staff_and_by_nobody_else()
    {
        await using var site = await Site.OpenAsync();
        using var resident = site.Client();
        var sent = await resident.SendFilesAsync("/submit", Site.Words(), "Form.Photos", Pictures.Jpeg(before: Pictures.Exif(1)));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var track = await resident.PageAsync("/track");
        var address = track.QuerySelector(".photos-shown a")!.GetAttribute("href")!;

        var mine = await resident.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (mine.StatusCode, mine.Content.Headers.ContentType!.MediaType));
        Assert.True(mine.Headers.CacheControl is { Private: true, NoCache: true });
        Assert.Equal("nosniff", mine.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain("GPS", System.Text.Encoding.Latin1.GetString(await mine.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await resident.GetAsync(address + "/small")).StatusCode);

        using var stranger = site.Client();
        using var dispatcher = await site.SignInAsync(Role.Dispatcher);
        using var elsewhere = await site.SignInAsync(Role.Handler, Site.BureauId);
        using var administrator = await site.SignInAsync(Role.Administrator);
        Assert.Equal(HttpStatusCode.OK, (await dispatcher.GetAsync(address)).StatusCode);
        foreach (var other in new[] { stranger, elsewhere, administrator })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address + "/small")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await dispatcher.GetAsync("/files/00000000000000000000")).StatusCode);
    }

    [Fact]
    public async Task The_public_sees_a_picture_only_when_an_editor_has_ticked_it_and_never_after_its_removal()
    {
        await using var site = await Site.OpenAsync();
        using var resident = site.Client();
        await resident.SendFilesAsync("/submit", Site.Words(), "Form.Photos", Pictures.Jpeg(), Pictures.Png(), Pictures.Pdf());
        var number = (await resident.PageAsync("/track")).QuerySelector("[data-number]")!.GetAttribute("data-number")!;
        using var editor = await site.SignInAsync(Role.Editor);
        using var anybody = site.Client();
        var check = (await editor.PageAsync("/publish")).QuerySelectorAll("a[href^='/publish/']").Select(a => a.GetAttribute("href")!).First();
        var boxes = (await editor.PageAsync(check)).QuerySelectorAll("[name='Form.FileIds']").Select(b => b.GetAttribute("value")!).ToList();
        Assert.Equal(2, boxes.Count);

        await editor.PostFormAsync(check, new() { ["Form.FileIds"] = boxes[1] });

        var shown = (await anybody.PageAsync($"/public/{number}")).QuerySelectorAll(".photos-shown a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Single(shown);
        Assert.Equal("image/png", (await anybody.GetAsync(shown[0])).Content.Headers.ContentType!.MediaType);
        await editor.PostFormAsync($"/matters/{number}/files/{boxes[1]}/remove", new() { ["Form.Reason"] = "face" });
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(shown[0])).StatusCode);
        Assert.Empty((await anybody.PageAsync($"/public/{number}")).QuerySelectorAll(".photos-shown a"));
        Assert.Contains("拍到了人脸", (await editor.GetStringAsync($"/matters/{number}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_file_is_named_beside_its_field_and_the_good_ones_stay_with_the_form()
    {
        await using var site = await Site.OpenAsync();
        using var resident = site.Client();
        var refused = await resident.SendFilesAsync("/submit", Site.Words(), "Form.Photos", Pictures.Jpeg(), Pictures.Heic());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.ReadPageAsync();
        Assert.Contains("HEIC", page.QuerySelector("#Form_Photos-error")!.TextContent, StringComparison.Ordinal);
        var word = ((IHtmlInputElement)page.QuerySelector("[name='Form.Photos.Kept']")!).Value;

        var again = Site.Words();
        again["Form.Photos.Kept"] = word;
        Assert.Equal(HttpStatusCode.Redirect, (await resident.SendFilesAsync("/submit", again, "Form.Photos")).StatusCode);
        Assert.Single((await resident.PageAsync("/track")).QuerySelectorAll(".photos-shown a"));
        again["Form.Photos.Kept"] = "forged";
        again["Form.Text"] = "另一件事，路面塌了一块。";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await resident.SendFilesAsync("/submit", again, "Form.Photos")).StatusCode);
    }

    [Fact]
    public async Task An_answer_s_photo_reaches_the_requester_with_the_approved_answer()
    {
        await using var site = await Site.OpenAsync();
        using var resident = site.Client();
        var (number, _) = await resident.SendAsync();
        using var dispatcher = await site.SignInAsync(Role.Dispatcher);
        using var head = await site.SignInAsync(Role.UnitHead, Site.BureauId);
        await dispatcher.PostFormAsync($"/matters/{number}/do/accept", []);
        await dispatcher.PostFormAsync($"/matters/{number}/do/assign", new() { ["Form.UnitId"] = "城管局" });
        await head.PostFormAsync($"/matters/{number}/do/sign", []);
        var answered = await head.SendFilesAsync($"/matters/{number}/do/answer", new() { ["Form.Outcome"] = "solved", ["Form.Text"] = "村口路灯坏了的灯头已经更换。" }, "Form.Photos", Pictures.Jpeg());
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);

        Assert.Empty((await resident.PageAsync("/track")).QuerySelectorAll(".photos-shown a"));
        Assert.Single((await head.PageAsync($"/matters/{number}")).QuerySelectorAll(".photos-shown a"));
        await dispatcher.PostFormAsync($"/matters/{number}/do/approve-answer", []);
        var photo = (await resident.PageAsync("/track")).QuerySelector(".photos-shown a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await resident.GetAsync(photo)).StatusCode);
        Assert.Contains("\"image/jpeg\"", await head.GetStringAsync($"/api/v1/matters/{number}/files"), StringComparison.Ordinal);
    }
}

internal static class SendingFiles
{
    /// <summary>Gets the page's form and sends it with files, as a browser without scripts does.</summary>
    public static async Task<HttpResponseMessage> SendFilesAsync(this HttpClient client, string url, Dictionary<string, string> fields, string name, params byte[][] files)
    {
        var page = await client.PageAsync(url);
        using var body = new MultipartFormDataContent();
        var hidden = page.QuerySelectorAll("main form[method=post]")[0].QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value);
        foreach (var (field, value) in hidden.Where(h => !fields.ContainsKey(h.Key)).Select(h => (h.Key, h.Value)).Concat(fields.Select(f => (f.Key, f.Value))))
        {
            body.Add(new StringContent(value), field);
        }
        for (var i = 0; i < files.Length; i++)
        {
            var part = new ByteArrayContent(files[i]);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            body.Add(part, name, $"王小明的身份证{i}.jpg");
        }
        return await client.PostAsync(url, body);
    }
}
