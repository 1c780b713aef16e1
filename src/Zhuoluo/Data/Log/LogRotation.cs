using Zhuoluo.Foundation;
using Zhuoluo.Ledger.Notes;

namespace Zhuoluo.Data.Log;

/// <summary>Changes the key of the growing log with an overlap, so that old and new verifiers accept each checkpoint of it (ledger.md section 13).</summary>
internal sealed class LogRotation(Writer writer, LogKeys keys, PublishedLog published)
{
    /// <summary>A second key begins to sign beside the first.</summary>
    public async Task<Outcome<string>> BeginAsync(Act act, CancellationToken cancel)
    {
        if (await published.CurrentAsync(cancel) is not { } shard || keys.Of(shard.Year) is not [_])
        {
            return new RotationNotPossible();
        }
        // The file first: a key that is shown and lies nowhere could never sign.
        var vkey = keys.Add(shard.Year, shard.Origin);
        return await writer.WriteAsync<string>(act, async work =>
        {
            var size = await work.AskAsync("SELECT size FROM ledger_head WHERE id = 1", cancel) ?? 0;
            work.Insert(new LedgerKey { Year = shard.Year, Vkey = vkey.ToString(), Since = size - shard.First });
            work.Record(new LedgerKeyChangedV1(shard.Year, IdOf(vkey), IsEnd: false), new Subject("ledger", shard.Year));
            return vkey.ToString();
        }, cancel);
    }

    /// <summary>The older key signs no more. Its receipts verify for ever.</summary>
    public async Task<Outcome<string>> EndAsync(Act act, CancellationToken cancel)
    {
        if (await published.CurrentAsync(cancel) is not { } shard || keys.Of(shard.Year) is not [var old, _])
        {
            return new RotationNotPossible();
        }
        var vkey = old.Verifier;
        var outcome = await writer.WriteAsync<string>(act, async work =>
        {
            var size = await work.AskAsync("SELECT max(size) FROM ledger_checkpoint WHERE year = $1", cancel, shard.Year) ?? 0;
            await work.RunAsync("UPDATE ledger_key SET until = $1 WHERE year = $2 AND vkey = $3", cancel, size, shard.Year, vkey.ToString());
            work.Record(new LedgerKeyChangedV1(shard.Year, IdOf(vkey), IsEnd: true), new Subject("ledger", shard.Year));
            return vkey.ToString();
        }, cancel);
        if (!outcome.IsRefused(out _, out _))
        {
            keys.Remove(shard.Year, vkey);
        }
        return outcome;
    }

    private static Code IdOf(VerifierKey key) => new(key.Id.ToString("x8", System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>A rotation begins with one key here and ends with two.</summary>
internal sealed record RotationNotPossible() : Refusal("rotation-not-possible")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}
