using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Receipts;
using Zhuoluo.Shell;
using Zhuoluo.Start;
using Zhuoluo.Tests.Rooms.Matters.Resident;
using Zhuoluo.Tests.Setup;
using Zhuoluo.Tests.Shell;

namespace Zhuoluo.Tests.Rooms.Proofs;

/// <summary>Every way in which a receipt can be wrong is told apart, in words.</summary>
public sealed class CheckReceiptTests
{
    [Fact]
    public async Task A_receipt_holds_and_goes_on_holding_while_the_log_grows_and_each_change_of_it_has_its_own_word()
    {
        await using var site = await Site.OpenAsync();
        using var resident = site.Client();
        var (_, _, file) = await resident.OwnReceiptAsync();

        var fresh = await ReadAsync(await resident.CheckAsync(file));
        Assert.Equal(("proved", "matter.registered", "public"), (fresh.Verdict, fresh.Kind, fresh.By));
        Assert.Equal(["file", "signature", "place", "words", "today"], fresh.Steps.Select(s => s.Name));
        for (var i = 0; i < 3; i++)
        {
            await resident.SendAsync(Site.Words($"第{i}件事，路面塌了一块。"));
        }
        var later = await ReadAsync(await resident.CheckAsync(file));
        Assert.Equal("proved", later.Verdict);

        var receipt = Receipt.Parse(file);
        var origin = Checkpoint.Parse(receipt.Proof.Checkpoint.Text).Origin;
        await FailsAsync(resident, "not-a-receipt", "file", Encoding.UTF8.GetBytes("<html></html>"), []);
        await FailsAsync(resident, "not-a-receipt", "file", file[..^10]);
        await FailsAsync(resident, "unknown-origin", "signature", Given.Replaced(file, origin, "ledger.example/2026"));
        await FailsAsync(resident, "wrong-signature", "signature", Given.Replaced(file, $"\n{Checkpoint.Parse(receipt.Proof.Checkpoint.Text).Size}\n", "\n99\n"));
        await FailsAsync(resident, "not-signed", "signature", (receipt.Proof with { Checkpoint = Signed(receipt.Proof.Checkpoint) }).ToBytes());
        await FailsAsync(resident, "beyond-tree", "place", (receipt.Proof with { Index = 99 }).ToBytes());
        await FailsAsync(resident, "no-entry", "place", (receipt.Proof with { Extra = null }).ToBytes());
        await FailsAsync(resident, "not-included", "place", Given.WithExtra(file, e => e with { Entry = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(e.Entry.Span).Replace("public", "job", StringComparison.Ordinal)) }));
        await FailsAsync(resident, "wrong-opening", "words", Given.WithExtra(file, e => e with { Openings = [e.Openings[0] with { Data = Encoding.UTF8.GetBytes("{\"text\":\"别的话\"}") }] }));
    }

    [Fact]
    public async Task The_page_says_it_in_words_and_hides_what_was_not_proved()
    {
        await using var site = await Site.OpenAsync();
        using var resident = site.Client();
        var (number, _, file) = await resident.OwnReceiptAsync();

        var good = await UploadAsync(resident, file);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        Assert.True(good.Headers.CacheControl!.NoStore);
        var page = await good.ReadPageAsync();
        Assert.Contains("凭据属实", page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("事项登记", page.QuerySelector("#check-result .facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Given.Said, page.QuerySelector("[aria-labelledby=yours]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(number, page.QuerySelector("[aria-labelledby=yours]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, page.QuerySelectorAll(".check-steps .status-good").Length);

        var bad = await (await UploadAsync(resident, Given.WithExtra(file, e => e with { Openings = [e.Openings[0] with { Data = Encoding.UTF8.GetBytes("{\"text\":\"假话\"}") }] }))).ReadPageAsync();
        Assert.Contains("凭据不成立", bad.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("假话", bad.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("内容被改动过", bad.QuerySelector(".check-steps")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("不是台账凭据", (await (await UploadAsync(resident, [1, 2, 3])).ReadPageAsync()).QuerySelector(".check-steps")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ledger")]
    [InlineData("/ledger/check")]
    [InlineData("/ledger/check?year=2026&index=0")]
    public async Task Pages_are_open_and_without_unread_keys_in_three_languages(string path)
    {
        await using var site = await Site.OpenAsync();
        using var resident = site.Client();
        await resident.OwnReceiptAsync();
        foreach (var language in Languages.All)
        {
            var page = await resident.PageAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + language.Code);
            Assert.Equal(language.Code, page.DocumentElement.GetAttribute("lang"));
            var text = string.Concat(page.QuerySelectorAll("main > * :not(script):not(pre):not(code):not(.code):not(dd)").Where(e => e.Children.Length == 0).Select(e => e.TextContent + "\n"));
            Assert.DoesNotMatch(@"\bledger\.[a-z-]+", text);
        }
    }

    [Fact]
    public void Every_kind_of_entry_is_told_in_words()
    {
        var texts = Texts.Load(Sources.Texts);
        var kinds = typeof(App).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && typeof(Foundation.IEntry).IsAssignableFrom(t))
            .Select(t => (string)t.GetProperty("Kind")!.GetValue(null)!).Distinct();
        Assert.All(kinds, k => Assert.True(texts.Has("ledger.kind." + k), k));
    }

    private static async Task FailsAsync(HttpClient client, string fault, string step, params byte[][] files)
    {
        foreach (var file in files)
        {
            var found = await ReadAsync(await client.CheckAsync(file));
            Assert.Equal(("refused", (step, fault)), (found.Verdict, found.Steps.Where(s => s.State == "failed").Select(s => (s.Name, s.Fault!)).Single()));
        }
    }

    // By a stranger, whose key nobody knows here.
    private static SignedNote Signed(SignedNote note)
    {
        using var stranger = SignerKey.Parse(SignerKey.Generate(Checkpoint.Parse(note.Text).Origin, KeyKind.Signature, Enumerable.Range(1, 32).Select(i => (byte)i).ToArray()).Skey);
        return new SignedNote(note.Text, [stranger.Sign(note.Text, DateTimeOffset.UnixEpoch)]);
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, byte[] file)
    {
        var form = await client.PageAsync("/ledger/check");
        using var sent = new MultipartFormDataContent
        {
            { new StringContent(form.QuerySelector("#check-form [name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
        };
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        sent.Add(content, "file", "a.tlog-proof");
        return await client.PostAsync("/ledger/check", sent);
    }

    private static async Task<Checked> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Checked>())!;
    }

    private sealed record Checked(string Verdict, IReadOnlyList<Step> Steps, string? Kind, string? By);

    private sealed record Step(string Name, string State, string? Fault);
}
