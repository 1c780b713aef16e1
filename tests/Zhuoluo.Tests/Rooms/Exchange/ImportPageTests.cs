using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Import;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Exchange;

/// <summary>Upload, check the columns, confirm, watch, download what was refused.</summary>
public sealed class ImportPageTests
{
    [Fact]
    public async Task A_file_is_looked_at_confirmed_and_brought_in()
    {
        await using var site = await SiteAsync();
        using var client = await site.SignInAsync(Role.Dispatcher);
        var answer = await UploadAsync(client, "visits.xlsx");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var address = answer.Headers.Location!.ToString();

        var check = await client.PageAsync(address);
        Assert.Equal("text", check.QuerySelectorAll("select[name^='f.0.'] option[selected]").Select(o => o.GetAttribute("value")).Single(v => v == "text"));
        Assert.Contains("7", check.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var fields = check.QuerySelectorAll("select[name^='f.']").ToDictionary(s => s.GetAttribute("name")!, s => s.QuerySelector("option[selected]")?.GetAttribute("value") ?? "");
        fields["Form.AsOf"] = "2023-06-30";
        var confirmed = await client.PostFormAsync(address, fields, "form[action*='handler=Confirm']");
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);

        var json = await DoneAsync(client, address);
        Assert.Equal((7, 1, 18), (json["imported"]!.GetValue<int>(), json["duplicates"]!.GetValue<int>(), json["refusedRows"]!.GetValue<int>()));
        var done = await client.PageAsync(address);
        Assert.Equal("7", done.QuerySelector("[data-count=imported]")!.TextContent);
        Assert.Equal(20, done.QuerySelectorAll("section tbody tr").Length);
        var file = await client.GetAsync(address + "/refused");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Contains("attachment", file.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_begins_at_once_and_tells_how_far_it_is()
    {
        await using var site = await SiteAsync();
        using var client = await site.SignInAsync(Role.Dispatcher);
        using var form = Form("suggestions.csv");
        form.Add(new StringContent("2023-12-31"), "asOf");
        form.Add(new StringContent("990101"), "place");
        var answer = await client.PostAsync("/api/v1/imports", form);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var json = await DoneAsync(client, answer.Headers.Location!.ToString().Replace("/api/v1/imports/", "/import/", StringComparison.Ordinal));
        Assert.Equal(5, json["imported"]!.GetValue<int>());
        Assert.Equal("wrong_column_count", json["refused"]![0]!["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_no_table_is_said_beside_the_field()
    {
        await using var site = await SiteAsync();
        using var client = await site.SignInAsync(Role.Dispatcher);
        var answer = await UploadAsync(client, "empty.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(".xlsx", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_import_sees_nothing_of_it()
    {
        await using var site = await SiteAsync();
        using var client = await site.SignInAsync(Role.Handler);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/import")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/imports/1")).StatusCode);
    }

    private static async Task<TestSite> SiteAsync()
    {
        var site = await TestSite.StartAsync();
        foreach (var (file, kind) in ((string, string)[])[("places.csv", "places"), ("units.xlsx", "units"), ("categories.csv", "categories")])
        {
            ImportHouse.Good(await site.Services.GetRequiredService<ImportFileHandler>().HandleAsync(
                new ImportFile(Path.Combine(ImportHouse.Folder, file), "990101", kind), site.Operator(), null, CancellationToken.None));
        }
        return site;
    }

    private static MultipartFormDataContent Form(string name, byte[]? bytes = null) => new()
    {
        { new ByteArrayContent(bytes ?? File.ReadAllBytes(Path.Combine(ImportHouse.Folder, name))), "file", name },
    };

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string name, byte[]? bytes = null)
    {
        var page = await client.PageAsync("/import");
        var token = page.QuerySelector("main form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(bytes ?? await File.ReadAllBytesAsync(Path.Combine(ImportHouse.Folder, name))), "Form.File", name },
            { new StringContent("990101"), "Form.Place" },
            { new StringContent("2023-06-30"), "Form.AsOf" },
            { new StringContent(token), "__RequestVerificationToken" },
        };
        return await client.PostAsync("/import", form);
    }

    // The service looks for work twice a second; each question costs a request, so this waits by asking.
    private static async Task<JsonNode> DoneAsync(HttpClient client, string address)
    {
        for (var tries = 0; tries < 20_000; tries++)
        {
            var json = JsonNode.Parse(await client.GetStringAsync(address.Replace("/import/", "/api/v1/imports/", StringComparison.Ordinal)))!;
            if (json["state"]!.GetValue<string>() is "done" or "failed")
            {
                return json;
            }
        }
        throw new TimeoutException(address);
    }
}
