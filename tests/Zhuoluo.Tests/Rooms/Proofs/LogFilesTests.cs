using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Data.Log;
using Zhuoluo.Foundation;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Trees;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Proofs;

/// <summary>Any client of C2SP tlog-tiles can read the log: one path a resource, the right headers, nothing beyond the published size.</summary>
public sealed class LogFilesTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private HttpClient _client = null!;
    private Checkpoint _checkpoint = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _client = _site.Client();
        var act = _site.Services.GetRequiredService<ActFactory>().New(Actor.Operator("test"), Door.Command);
        await _site.Services.GetRequiredService<Writer>().WriteAsync<Done>(act, work =>
        {
            for (var i = 0; i < 300; i++)
            {
                work.Record(new LedgerKeyChangedV1(i, new Code("00000000"), false), new Subject("test", i));
            }
            return Task.FromResult<Outcome<Done>>(Done.Value);
        }, default);
        await _site.Services.GetRequiredService<Pump>().DrainAsync(default);
        _checkpoint = Checkpoint.Parse(SignedNote.Parse(await _client.GetByteArrayAsync(new Uri("/ledger/checkpoint", UriKind.Relative))).Text);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task The_whole_log_can_be_read_and_hashes_to_the_signed_root()
    {
        var keys = (await _client.GetStringAsync(new Uri("/ledger/key", UriKind.Relative))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var note = SignedNote.Parse(await _client.GetByteArrayAsync(new Uri("/ledger/checkpoint", UriKind.Relative)));
        Assert.True(new TrustPolicy(keys.Select(k => new LogKey(VerifierKey.Parse(k)))).Check(note).IsTrusted);

        var edge = new TreeEdge();
        foreach (var path in Tile.All(_checkpoint.Size))
        {
            var bytes = await _client.GetByteArrayAsync(new Uri($"/ledger/{path}", UriKind.Relative));
            if (path.IsEntries)
            {
                Assert.True(EntryBundle.TryRead(bytes, path.Width, out var entries));
                entries.ToList().ForEach(e => edge.Append(e.Span));
            }
            else
            {
                Assert.Equal(path.Width * TreeHash.Length, bytes.Length);
            }
        }
        Assert.Equal(_checkpoint.Root, edge.Root());
    }

    [Theory]
    [InlineData("/ledger/tile/0/000", 200)]
    [InlineData("/ledger/tile/0/000.p/1", 200)]
    [InlineData("/ledger/tile/entries/000.p/255", 200)]
    [InlineData("/ledger/tile/1/000.p/1", 200)]
    [InlineData("/ledger/tile/0/0", 404)]
    [InlineData("/ledger/tile/00/000", 404)]
    [InlineData("/ledger/tile/0/x000/000", 404)]
    [InlineData("/ledger/tile/0/000.p/0", 404)]
    [InlineData("/ledger/tile/0/000.p/256", 404)]
    [InlineData("/ledger/tile/0/000.p/01", 404)]
    [InlineData("/ledger/tile/64/000", 404)]
    [InlineData("/ledger/tile/2/000.p/1", 404)]
    [InlineData("/ledger/tile/0/001", 404)]
    [InlineData("/ledger/tile/0/001.p/200", 404)]
    [InlineData("/ledger/tile/0/%30%30%30", 404)]
    [InlineData("/ledger/ti%6Ce/0/000", 404)]
    [InlineData("/ledger//tile/0/000", 404)]
    [InlineData("/ledger/tile/0/000/", 404)]
    [InlineData("/ledger/tile/0/000?x=1", 404)]
    [InlineData("/ledger/checkpoint?x=1", 404)]
    [InlineData("/ledger/02026/checkpoint", 404)]
    [InlineData("/ledger/1999/checkpoint", 404)]
    public async Task Each_resource_has_one_path_and_nothing_unpublished_is_there(string path, int status)
    {
        var address = new Uri(_site.Address.ToString().TrimEnd('/') + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var answer = await _client.GetAsync(address);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
    }

    [Fact]
    public async Task Tiles_are_cached_for_ever_under_their_year_checkpoints_never_and_any_page_may_read_both()
    {
        var year = _checkpoint.Origin[^4..];
        using var tile = await _client.GetAsync(new Uri($"/ledger/{year}/tile/0/000", UriKind.Relative));
        var cached = tile.Headers.GetValues("Cache-Control").Single();
        Assert.Contains("max-age=31536000", cached, StringComparison.Ordinal);
        Assert.Contains("immutable", cached, StringComparison.Ordinal);
        Assert.Equal(["*"], tile.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal("application/octet-stream", tile.Content.Headers.ContentType!.ToString());
        using var checkpoint = await _client.GetAsync(new Uri("/ledger/checkpoint", UriKind.Relative));
        Assert.True(checkpoint.Headers.CacheControl!.NoCache);
        Assert.Equal("text/plain; charset=utf-8", checkpoint.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Bundles_are_packed_for_whoever_takes_it_and_hashes_are_not()
    {
        foreach (var (path, isPacked) in new[] { ("tile/entries/000", true), ("tile/0/000", false) })
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri($"/ledger/{path}", UriKind.Relative));
            asked.Headers.AcceptEncoding.ParseAdd("gzip");
            using var answer = await _client.SendAsync(asked);
            Assert.Equal(isPacked, answer.Content.Headers.ContentEncoding.Contains("gzip"));
        }
    }

    [Fact]
    public async Task When_the_ledger_stopped_everything_can_be_read_and_nothing_is_taken_in()
    {
        _site.Services.GetRequiredService<LogState>().Raise("test");
        using var sent = await _client.PostAsync(new Uri("/api/v1/matters", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new { kind = "help", text = "村口的路灯不亮了，晚上看不见路", place = "360821100", name = "王小明", phone = "13800001234" }));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, sent.StatusCode);
        Assert.Contains("ledger-stopped", await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("read-only", await _client.GetStringAsync(new Uri("/health", UriKind.Relative)), StringComparison.Ordinal);
        using var read = await _client.GetAsync(new Uri("/ledger/checkpoint", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Fact]
    public async Task When_entries_wait_too_long_people_are_asked_to_come_back_and_jobs_go_on()
    {
        // The pump would find nothing waiting and say so in the middle of the test.
        await _site.Services.GetRequiredService<PumpService>().StopAsync(default);
        var state = _site.Services.GetRequiredService<LogState>();
        state.IsBehind = true;
        using var sent = await _client.PostAsync(new Uri("/api/v1/matters", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new { kind = "help", text = "村口的路灯不亮了，晚上看不见路", place = "360821100", name = "王小明", phone = "13800001234" }));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, sent.StatusCode);
        Assert.Equal("60", sent.Headers.GetValues("Retry-After").Single());
        Assert.Contains("ledger-behind", await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var acts = _site.Services.GetRequiredService<ActFactory>();
        Assert.NotNull(state.Refuses(acts.New(Actor.Public, Door.Page)));
        Assert.Null(state.Refuses(acts.New(Actor.Job("test"), Door.Job)));
    }
}
