using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Reports.Check;
using Zhuoluo.Rooms.Reports.Commands;
using Zhuoluo.Start;
using Zhuoluo.Tests.Rooms.Matters.Resident;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Reports;

/// <summary>A draft with planted slips: every door finds them, says them in words, and keeps nothing.</summary>
public sealed class CheckDraftTests
{
    private const string Draft = "全县339名书记累计走访10万多户，<b>建立工作台账13489件</b>，办结13524件。\n受众近10万余人，开展“六讲六进”185余场。";

    [Fact]
    public async Task Marks_what_contradicts_itself_on_the_page_by_word_and_first_in_the_table_and_keeps_nothing()
    {
        await using var site = await TestSite.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        var before = await EntriesAsync(site);

        var page = await (await editor.PostFormAsync("/reports/check", new() { ["Form.Text"] = Draft.ReplaceLineEndings("\r\n") })).ReadPageAsync();
        var shown = page.QuerySelector(".draft")!;
        Assert.Contains("<b>建立", shown.TextContent, StringComparison.Ordinal);
        Assert.Equal(["13524件内部矛盾", "近10万余人内部矛盾", "185余场提示"], shown.QuerySelectorAll(".quantity-bad, .quantity-wait").Select(m => m.TextContent));
        var rows = page.QuerySelectorAll(".quantity-table tbody tr");
        Assert.Equal(["13524件", "近10万余人", "185余场", "339名", "10万多户", "13489件"], rows.Select(r => r.QuerySelector("td")!.TextContent));
        Assert.Contains("13524", rows[0].QuerySelector(".why")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(shown.QuerySelector(".quantity")!.GetAttribute("href")!));

        var file = await editor.PostAsync("/reports/check?handler=Json", new FormUrlEncodedContent(
            page.QuerySelectorAll("form[action*=Json] input").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!)));
        Assert.Equal("checked.json", file.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("contradicts", First(await file.Content.ReadAsStringAsync(), "13524件").GetProperty("verdict").GetString());

        var empty = await editor.PostFormAsync("/reports/check", new() { ["Form.Text"] = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("没有文字可核对", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await EntriesAsync(site));
    }

    [Fact]
    public async Task Programs_get_every_quantity_with_its_place_from_text_and_docx()
    {
        await using var site = await TestSite.StartAsync();
        using var clerk = await site.SignInAsync(Role.Clerk);

        var answer = await clerk.PostAsJsonAsync("/api/v1/reports/check", new { text = Draft });
        var told = First(await answer.Content.ReadAsStringAsync(), "10万多户");
        Assert.Equal(("100000", "100000", "110000", "户", "over", "figure", "unbound"), (
            told.GetProperty("value").GetString(), told.GetProperty("low").GetString(), told.GetProperty("high").GetString(), told.GetProperty("unit").GetString(),
            told.GetProperty("qualifier").GetString(), told.GetProperty("role").GetString(), told.GetProperty("verdict").GetString()));
        Assert.Equal("10万多户", Draft[told.GetProperty("start").GetInt32()..told.GetProperty("end").GetInt32()]);
        Assert.Equal(JsonValueKind.Null, told.GetProperty("figure").ValueKind);

        var file = new ByteArrayContent(Docx("近10万余人"));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        Assert.Equal("contradicts", First(await (await clerk.PostAsync("/api/v1/reports/check", file)).Content.ReadAsStringAsync(), "近10万余人").GetProperty("verdict").GetString());

        foreach (var (body, status) in new[] { ("{", HttpStatusCode.BadRequest), ("{}", HttpStatusCode.UnprocessableEntity) })
        {
            Assert.Equal(status, (await clerk.PostAsync("/api/v1/reports/check", new StringContent(body, Encoding.UTF8, "application/json"))).StatusCode);
        }
        using var stranger = site.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsJsonAsync("/api/v1/reports/check", new { text = Draft })).StatusCode);
    }

    [Fact]
    public async Task The_command_tells_the_worst_first_and_reads_gb18030()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes(Draft));
            using StringWriter plain = new(), json = new(), notes = new();
            Assert.Equal(Exit.Done, await CheckCommand.RunAsync(path, isJson: false, plain, notes));
            Assert.Contains("13524件", plain.ToString().Split('\n')[0], StringComparison.Ordinal);
            Assert.Equal(Exit.Done, await CheckCommand.RunAsync(path, isJson: true, json, notes));
            Assert.Equal("figure", First(json.ToString(), "339名").GetProperty("role").GetString());
            await File.WriteAllBytesAsync(path, [0x50, 0x4B, 3, 4, 0, 0]);
            Assert.Equal(Exit.Refused, await CheckCommand.RunAsync(path, isJson: true, json, notes));
            Assert.Equal(Exit.Misuse, await CheckCommand.RunAsync(path + ".none", isJson: true, json, notes));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task One_command_prints_how_well_the_published_reviews_are_read()
    {
        using StringWriter output = new(), notes = new();
        Assert.Equal(Exit.Done, await QualityTable.RunAsync(Path.Combine(Repository.Root, "tests", "Zhuoluo.Language.Tests", "Samples"), output, notes));
        Assert.Contains("24/24 1.000", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("HedgeClash: 近10万余人", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_docx_takes_paragraphs_and_not_what_is_deleted_or_said_twice()
    {
        const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        const string Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
        var body = $"<w:document xmlns:w=\"{W}\" xmlns:mc=\"{Mc}\"><w:body><w:p><w:r><w:t>共</w:t></w:r><w:r><w:t>5件</w:t></w:r><w:del><w:r><w:delText>6件</w:delText></w:r></w:del></w:p>"
            + "<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>框</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>框</w:t></w:r></mc:Fallback></mc:AlternateContent><w:r><w:t>尾</w:t></w:r></w:p></w:body></w:document>";
        Assert.Equal("共5件\n框尾\n", DraftFile.Read(Zip(body)).Match(text => text, refusal => refusal.Code));
        Assert.Equal("not-a-draft", DraftFile.Read(Zip("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")).Match(text => text, refusal => refusal.Code));
        Assert.Equal("draft-too-long", DraftFile.Checked(new string('字', DraftFile.LongestText + 1)).Match(text => text, refusal => refusal.Code));
    }

    private static JsonElement First(string json, string raw) =>
        JsonDocument.Parse(json).RootElement.EnumerateArray().First(q => q.GetProperty("raw").GetString() == raw);

    private static byte[] Docx(string text) =>
        Zip($"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>");

    private static byte[] Zip(string body)
    {
        using MemoryStream bytes = new();
        using (ZipArchive archive = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("word/document.xml").Open();
            entry.Write(Encoding.UTF8.GetBytes(body));
        }
        return bytes.ToArray();
    }

    private static async Task<int> EntriesAsync(TestSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ZhuoluoContext>();
        return await db.Set<PendingEntry>().CountAsync() + await db.Set<LedgerEntry>().CountAsync();
    }
}
