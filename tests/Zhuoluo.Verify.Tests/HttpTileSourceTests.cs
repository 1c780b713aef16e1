using System.Net;
using System.Text.Json;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Verify.Tests;

public sealed class HttpTileSourceTests : IDisposable
{
    private readonly TestLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task A_log_on_the_web_is_read_like_one_in_a_folder()
    {
        await _log.GrowAsync(700);
        using var source = new HttpTileSource(new Uri("https://ledger.example.gov/2026"), new Files(_log.Folder));
        await using var output = new StringWriter();
        var tool = new VerifyTool(output, _ => source);
        Assert.Equal(0, await tool.RunAsync(["full", "https://ledger.example.gov/2026", "--key", _log.Key], default));
        Assert.Null(await source.ReadTileAsync(TilePath.Hashes(5, 0), default));
    }

    [Fact]
    public async Task A_moment_of_trouble_is_tried_again_and_a_lasting_one_is_no_verdict()
    {
        await _log.GrowAsync(3);
        var files = new Files(_log.Folder) { Failures = 2 };
        using var source = new HttpTileSource(new Uri("https://ledger.example.gov/2026/"), files);
        Assert.NotNull(await source.ReadCheckpointAsync(default));
        files.Failures = 3;
        await Assert.ThrowsAsync<IOException>(() => source.ReadCheckpointAsync(default));
    }

    [Fact]
    public void Both_languages_say_the_same_things()
    {
        var (chinese, english) = (Texts.In(Texts.Chinese), Texts.In(Texts.English));
        Assert.Equal(chinese.Keys.Order(), english.Keys.Order());
        Assert.All(Enum.GetNames<Verdict>(), v => Assert.Contains("verdict." + v, english.Keys));
        Assert.All(Enum.GetNames<DifferenceKind>(), d => Assert.Contains("difference." + d, english.Keys));
        Assert.All(Enum.GetNames<Zhuoluo.Ledger.Notes.CheckpointFault>().Skip(1), f => Assert.Contains("checkpoint." + f, english.Keys));
        Assert.All(Enum.GetNames<Zhuoluo.Ledger.Receipts.ReceiptFault>().Except(["None", "Checkpoint"]), f => Assert.Contains("receipt." + f, english.Keys));
        Assert.All(english.Keys, k => Assert.Equal(Holes(english.Of(k, "{0}", "{1}", "{2}", "{3}")), Holes(chinese.Of(k, "{0}", "{1}", "{2}", "{3}"))));

        static string Holes(string text) => JsonSerializer.Serialize(Enumerable.Range(0, 4).Where(i => text.Contains($"{{{i}}}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Control_characters_of_a_log_do_not_reach_the_terminal()
    {
        await using var output = new StringWriter();
        new Report(output, Texts.In(Texts.English)).Say("receipt.bytes", "a\u001b[2Jb\u009bc\u202ed\ne");
        Assert.Equal("It says: a\uFFFD[2Jb\uFFFDc\uFFFDd\uFFFDe\n", output.ToString());
    }

    private sealed class Files(string folder) : HttpMessageHandler
    {
        public int Failures { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var prefix = "/2026/";
            Assert.StartsWith(prefix, request.RequestUri!.AbsolutePath, StringComparison.Ordinal);
            var file = Path.Combine(folder, request.RequestUri.AbsolutePath[prefix.Length..]);
            return Task.FromResult(Failures-- > 0 ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
                : File.Exists(file) ? new HttpResponseMessage { Content = new ByteArrayContent(File.ReadAllBytes(file)) }
                : new HttpResponseMessage(HttpStatusCode.NotFound));
        }
    }
}
