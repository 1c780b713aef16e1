using Zhuoluo.Ledger.Notes;

namespace Zhuoluo.Verify.Tests;

/// <summary>What an auditor types, what the tool says, and what it returns: 0 verified, 1 wrong, 2 could not tell.</summary>
public sealed class VerifyToolTests : IDisposable
{
    private readonly TestLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Checkpoint_says_who_signed_and_for_how_many()
    {
        await _log.GrowAsync(300);
        var (code, said) = await _log.RunAsync("checkpoint", _log.Folder);
        Assert.Equal(0, code);
        Assert.StartsWith($"Checkpoint of {TestLog.Origin}: 300 entries, root ", said, StringComparison.Ordinal);
        Assert.EndsWith($"Signed by the log {TestLog.Origin}\nVERIFIED\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Full_replays_everything()
    {
        await _log.GrowAsync(700);
        var (code, said) = await _log.RunAsync("full", _log.Folder);
        Assert.Equal(0, code);
        Assert.Contains("All 700 entries and every tile were replayed.", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tile/entries/001", 110, 1, "Entry 256 was changed (tile/entries/001, row 0)")]
    [InlineData("tile/0/001", 32, 1, "A hash was changed (tile/0/001, row 1); the entries 257 to 257")]
    [InlineData("tile/1/000.p/2", 32, 1, "A hash was changed (tile/1/000.p/2, row 1); the entries 256 to 511")]
    [InlineData("tile/entries/002.p/88", 110, 1, "Entry 512 was changed (tile/entries/002.p/88, row 0)")]
    [InlineData("checkpoint", 25, 1, "A signature does not fit")]
    public async Task Full_names_the_place_of_one_changed_byte(string file, int at, int expected, string says)
    {
        await _log.GrowAsync(600);
        var path = Path.Combine(_log.Folder, file);
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[at] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        var (code, said) = await _log.RunAsync("full", _log.Folder);
        Assert.Equal(expected, code);
        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.EndsWith("WRONG\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_cannot_be_told()
    {
        await _log.GrowAsync(600);
        File.Delete(Path.Combine(_log.Folder, "tile/entries/001"));
        var (code, said) = await _log.RunAsync("full", _log.Folder);
        Assert.Equal(2, code);
        Assert.Contains("tile/entries/001 is missing: entries 256 to 511 cannot be read.", said, StringComparison.Ordinal);
        Assert.Equal(2, (await _log.RunAsync("inclusion", _log.Folder, "300")).Code);
        Assert.Equal(2, (await _log.RunAsync("checkpoint", _log.FileOf("nowhere"))).Code);
        Assert.Equal(0, (await _log.RunAsync("inclusion", _log.Folder, "1")).Code);
    }

    [Fact]
    public async Task Inclusion_proves_an_entry_and_no_other_bytes()
    {
        await _log.GrowAsync(300);
        var (code, said) = await _log.RunAsync("inclusion", _log.Folder, "299");
        Assert.Equal(0, code);
        Assert.Contains("\"kind\":\"matter.registered\"", said, StringComparison.Ordinal);
        await File.WriteAllTextAsync(_log.FileOf("entry"), "something else");
        Assert.Equal(1, (await _log.RunAsync("inclusion", _log.Folder, "299", "--entry", _log.FileOf("entry"))).Code);
        Assert.Equal(2, (await _log.RunAsync("inclusion", _log.Folder, "300")).Code);
        Assert.Equal(2, (await _log.RunAsync("inclusion", _log.Folder, "x")).Code);
    }

    [Fact]
    public async Task Consistency_compares_with_a_checkpoint_or_a_receipt_kept_from_before()
    {
        await _log.GrowAsync(100);
        File.Copy(Path.Combine(_log.Folder, "checkpoint"), _log.FileOf("old"));
        var receipt = await _log.ReceiptAsync(3);
        await _log.GrowAsync(500);
        Assert.Equal(0, (await _log.RunAsync("consistency", _log.Folder, "--old", _log.FileOf("old"))).Code);
        Assert.Equal(0, (await _log.RunAsync("consistency", _log.Folder, "--old", receipt)).Code);
        await _log.ForkAsync(50, 600);
        var (code, said) = await _log.RunAsync("consistency", _log.Folder, "--old", _log.FileOf("old"));
        Assert.Equal(1, code);
        Assert.Contains("The tree with 600 entries does not continue the tree with 100 entries", said, StringComparison.Ordinal);
        await _log.ForkAsync(50, 60);
        Assert.Equal(2, (await _log.RunAsync("consistency", _log.Folder, "--old", _log.FileOf("old"))).Code);
    }

    [Fact]
    public async Task Receipt_says_what_it_proves_offline_and_against_the_log_of_today()
    {
        await _log.GrowAsync(20);
        var opening = await _log.CommitAsync("路灯不亮");
        var receipt = await _log.ReceiptAsync(20, opening);
        await _log.GrowAsync(400);
        var (code, said) = await _log.RunAsync("receipt", receipt);
        Assert.Equal(0, code);
        Assert.Contains("Committed to and shown here (matter.text): 路灯不亮", said, StringComparison.Ordinal);
        Assert.Contains("It does not prove that what was entered is true.", said, StringComparison.Ordinal);
        (code, said) = await _log.RunAsync("receipt", receipt, "--log", _log.Folder);
        Assert.Equal(0, code);
        Assert.Contains("Everything of the tree with 21 entries is in the tree with 421 entries", said, StringComparison.Ordinal);
        await _log.ForkAsync(10, 421);
        Assert.Equal(0, (await _log.RunAsync("receipt", receipt)).Code);
        Assert.Equal(1, (await _log.RunAsync("receipt", receipt, "--log", _log.Folder)).Code);
    }

    [Fact]
    public async Task Receipt_refuses_a_changed_file_and_cannot_tell_of_a_log_without_key()
    {
        await _log.GrowAsync(20);
        var receipt = await _log.ReceiptAsync(7);
        var text = await File.ReadAllTextAsync(receipt);
        await File.WriteAllTextAsync(receipt, text.Replace("index 7", "index 8"));
        Assert.Equal(1, (await _log.RunAsync("receipt", receipt)).Code);
        await File.WriteAllTextAsync(receipt, "hello");
        Assert.Equal(1, (await _log.RunAsync("receipt", receipt)).Code);
        await File.WriteAllTextAsync(receipt, text);
        await using var output = new StringWriter();
        var other = SignerKey.Generate("other.example", KeyKind.Signature, new byte[32]).Vkey.ToString();
        Assert.Equal(2, await new VerifyTool(output, LogAddress.Open).RunAsync(["receipt", receipt, "--key", other, "--language", "zh"], default));
        Assert.Contains($"没有给出 {TestLog.Origin} 的公钥，无法判断真伪。\n无法判断\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_proved_without_a_key_or_with_one_that_is_none()
    {
        await _log.GrowAsync(1);
        foreach (var args in new[] { new[] { "checkpoint", _log.Folder }, ["checkpoint", _log.Folder, "--key", "nonsense"], ["checkpoint"], ["nonsense"] })
        {
            await using var output = new StringWriter();
            Assert.Equal(2, await new VerifyTool(output, LogAddress.Open).RunAsync(args, default));
        }
    }

    [Fact]
    public async Task Keys_may_stand_in_a_file_and_a_policy_may_ask_for_witnesses()
    {
        await _log.GrowAsync(1);
        await File.WriteAllTextAsync(_log.FileOf("keys"), $"# 2026\n\n{_log.Key}\n");
        await File.WriteAllTextAsync(_log.FileOf("policy"), $"log {_log.Key}\nwitness a witness.example/w1+eb762cc2+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea\nquorum a\n");
        await using var output = new StringWriter();
        Assert.Equal(0, await new VerifyTool(output, LogAddress.Open).RunAsync(["checkpoint", _log.Folder, "--key", _log.FileOf("keys")], default));
        Assert.Equal(1, await new VerifyTool(output, LogAddress.Open).RunAsync(["checkpoint", _log.Folder, "--policy", _log.FileOf("policy"), "--language", "en"], default));
        Assert.Contains("Too few of the witnesses", output.ToString(), StringComparison.Ordinal);
    }
}
