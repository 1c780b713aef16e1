using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Receipts;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Bench;

/// <summary>
/// One line a measurement, one thread, by seconds of processor time: what a core does, whatever else the machine is doing. Returns 1 when a
/// target is missed.
/// </summary>
internal static class LedgerSpeed
{
    private const int EntryBytes = 300;
    private const int LogSize = 300_000;
    private static bool _isMissed;

    public static async Task<int> RunAsync(TimeSpan time)
    {
        var entry = new byte[EntryBytes];
        RandomNumberGenerator.Fill(entry);
        var hash = new byte[TreeHash.Length];
        Line("SHA-256 of 301 bytes", Rate(time, () => SHA256.HashData(entry, hash)), null);
        var edge = new TreeEdge();
        Line("append, 300 bytes, tiles not kept", Rate(time, () => edge.Append(entry)), 500_000);
        var (kept, tiles) = (new TreeEdge(), new List<FullTile>());
        Line("append, 300 bytes, full tiles given out", Rate(time, () => Keep(kept, entry, tiles)), 500_000);
        Line("root of a tree of that size", Rate(time, () => kept.Root()), null);

        using var log = SignerKey.Parse(SignerKey.Generate("ledger.example.gov/2026", KeyKind.Signature, RandomNumberGenerator.GetBytes(32)).Skey);
        using var witness = SignerKey.Parse(SignerKey.Generate("audit.example.gov/w1", KeyKind.Cosignature, RandomNumberGenerator.GetBytes(32)).Skey);
        var text = new Checkpoint("ledger.example.gov/2026", LogSize, TreeHash.Empty).ToString();
        Line("Ed25519 signature of a checkpoint", Rate(time, () => log.Sign(text, default)), null);
        var signature = log.Sign(text, default).Signature;
        Line("Ed25519 verification", Rate(time, () => log.Verifier.Verify(text, signature.Span)), null);
        await ReceiptsAsync(time, log, witness);
        return _isMissed ? 1 : 0;
    }

    private static async Task ReceiptsAsync(TimeSpan time, SignerKey log, SignerKey witness)
    {
        var source = new BenchLog(LogSize);
        var head = new Checkpoint("ledger.example.gov/2026", LogSize, source.Root);
        var note = head.Sign([log], default);
        var index = 0L;
        var remembering = new BenchLog(LogSize, new TileRoots());
        var made = await RateAsync(time, async () => await Receipt.MakeAsync(remembering, note, index = (index + 7919) % LogSize, [], default));
        Line($"receipt made, log of {LogSize:N0}", made, null);
        var plain = (await Receipt.MakeAsync(source, note, 123_456, [], default)).ToBytes();
        var policy = new TrustPolicy(new LogKey(log.Verifier));
        Line("receipt read and verified", Rate(time, () => Check(plain, policy)), 5_000);
        var cosigned = (await Receipt.MakeAsync(source, head.Sign([log, witness], DateTimeOffset.UnixEpoch), 123_456, [], default)).ToBytes();
        var both = TrustPolicy.Parse($"log {log.Verifier}\nwitness w {witness.Verifier}\nquorum w\n");
        Line("the same with one cosignature", Rate(time, () => Check(cosigned, both)), null);
        var used = Used();
        await foreach (var difference in new LogCheck(source).RunAsync([new TreeHead(LogSize, source.Root)], default))
        {
            throw new InvalidOperationException(difference.ToString());
        }
        Line("full check of the log, entries", LogSize / (Used() - used).TotalSeconds, null);
    }

    private static void Keep(TreeEdge edge, byte[] entry, List<FullTile> tiles)
    {
        edge.Append(entry, tiles);
        if (tiles.Count > 64)
        {
            tiles.Clear();
        }
    }

    private static void Check(byte[] file, TrustPolicy policy)
    {
        if (!Receipt.Parse(file).Verify(policy).IsProved)
        {
            throw new InvalidOperationException("The receipt does not verify.");
        }
    }

    private static double Rate(TimeSpan time, Action once) => RateAsync(time, () =>
    {
        once();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    // The first half warms up and is not counted. The clock is asked seldom, since asking costs as much as a hash.
    private static async Task<double> RateAsync(TimeSpan time, Func<Task> once)
    {
        var (rate, batch) = (0.0, 16);
        for (var half = 0; half < 2; half++)
        {
            var (began, count) = (Used(), 0L);
            for (var used = began; used - began < time / 2;)
            {
                for (var i = 0; i < batch; i++)
                {
                    await once();
                }
                count += batch;
                var now = Used();
                batch = now - used < TimeSpan.FromMilliseconds(2) ? batch * 2 : batch;
                used = now;
                rate = count / (used - began).TotalSeconds;
            }
        }
        return rate;
    }

    private static TimeSpan Used() => Environment.CpuUsage.TotalTime;

    private static void Line(string what, double rate, double? target)
    {
        _isMissed |= rate < target;
        var line = new StringBuilder(what.PadRight(50)).Append(CultureInfo.InvariantCulture, $"{rate,14:N0} /s");
        Console.WriteLine(target is { } t ? line.Append(CultureInfo.InvariantCulture, $"   target {t:N0} {(rate < t ? "MISSED" : "met")}") : line);
    }
}
