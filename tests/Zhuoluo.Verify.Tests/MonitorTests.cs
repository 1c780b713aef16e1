namespace Zhuoluo.Verify.Tests;

/// <summary>A watch over several looks, in which the log grows, shrinks, breaks and forks.</summary>
public sealed class MonitorTests : IDisposable
{
    private readonly TestLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Replays_what_is_new_and_remembers_it()
    {
        foreach (var (by, says) in new[] { (0, "First look: all 0 entries"), (100, "100 new entries were replayed; 100 in all"), (156, "156 new entries were replayed; 256 in all"), (0, "Nothing new since the last look; 256 entries."), (500, "500 new entries were replayed; 756 in all") })
        {
            await _log.GrowAsync(by);
            var (code, said) = await LookAsync();
            Assert.Equal(0, code);
            Assert.Contains(says, said, StringComparison.Ordinal);
        }
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_log.Folder, "checkpoint")), await File.ReadAllBytesAsync(State("checkpoint")));
    }

    [Theory]
    [InlineData(100, 301)]
    [InlineData(300, 700)]
    [InlineData(5, 400)]
    public async Task Keeps_both_notes_when_the_log_forks_and_does_not_forget_the_first(int from, int size)
    {
        await _log.GrowAsync(301);
        await LookAsync();
        var before = await File.ReadAllBytesAsync(Path.Combine(_log.Folder, "checkpoint"));
        await _log.ForkAsync(from, size);
        for (var look = 0; look < 2; look++)
        {
            var (code, said) = await LookAsync();
            Assert.Equal(1, code);
            Assert.Contains("THE LOG HAS FORKED", said, StringComparison.Ordinal);
        }
        var evidence = Assert.Single(Directory.GetDirectories(State(""), "evidence-*"));
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(evidence, "seen.checkpoint")));
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_log.Folder, "checkpoint")), await File.ReadAllBytesAsync(Path.Combine(evidence, "now.checkpoint")));
        Assert.Equal(before, await File.ReadAllBytesAsync(State("checkpoint")));
    }

    [Fact]
    public async Task A_watch_that_goes_on_ends_at_once_when_something_is_wrong()
    {
        await _log.GrowAsync(100);
        await LookAsync();
        await _log.ForkAsync(10, 200);
        Assert.Equal(1, (await _log.RunAsync("monitor", _log.Folder, "--state", _log.FileOf("state"), "--every", "3600")).Code);
    }

    [Fact]
    public async Task Does_not_follow_what_does_not_add_up_and_goes_on_when_it_does_again()
    {
        await _log.GrowAsync(300);
        await LookAsync();
        await _log.GrowAsync(300);
        var file = Path.Combine(_log.Folder, "tile/entries/001");
        var good = await File.ReadAllBytesAsync(file);
        byte[] bad = [.. good];
        bad[^5] ^= 4;
        await File.WriteAllBytesAsync(file, bad);
        var (code, said) = await LookAsync();
        Assert.Equal(1, code);
        Assert.Contains("Entry 511 was changed", said, StringComparison.Ordinal);
        File.Delete(file);
        Assert.Equal(2, (await LookAsync()).Code);
        await File.WriteAllBytesAsync(file, good);
        Assert.Equal(0, (await LookAsync()).Code);
    }

    [Fact]
    public async Task Cannot_tell_when_the_log_shows_less_than_before_or_the_folder_is_of_another_log()
    {
        await _log.GrowAsync(300);
        await LookAsync();
        await _log.ForkAsync(200, 200);
        var (code, said) = await LookAsync();
        Assert.Equal(2, code);
        Assert.Contains("At the last look the log had 300 entries, now it shows only 200.", said, StringComparison.Ordinal);
        await File.WriteAllTextAsync(State("checkpoint"), "other.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— other.example AAAAAAA=\n");
        Assert.Equal(2, (await LookAsync()).Code);
    }

    private string State(string name) => Path.Combine(_log.FileOf("state"), name);

    private Task<(int Code, string Said)> LookAsync() => _log.RunAsync("monitor", _log.Folder, "--state", _log.FileOf("state"));
}
