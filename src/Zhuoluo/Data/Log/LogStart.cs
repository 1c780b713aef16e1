using Microsoft.EntityFrameworkCore;
using Zhuoluo.Ledger;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Data.Log;

/// <summary>
/// What is compared before anything is taken in (ledger.md section 8, start-up check): the tree that is stored with its head, with the newest
/// checkpoint and its signature, and with the largest tree that was ever signed here. Raises the alarm; does not throw.
/// </summary>
internal sealed class LogStart(IDbContextFactory<ZhuoluoContext> contexts, DatabaseLog database, PublishedLog published, SignedMark mark, LogState state)
{
    public async Task CheckAsync(CancellationToken cancel)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            if (await db.Set<LedgerHead>().SingleOrDefaultAsync(cancel) is { Year: > 0 } head && await published.ShardAsync(head.Year, cancel) is { } shard)
            {
                await CheckAsync(shard, head.Size - shard.First, new TreeHash(head.Root), cancel);
            }
        }
        catch (Exception fault) when (fault is LedgerStopException or MissingTileException or FormatException)
        {
            state.Raise(fault.Message);
        }
    }

    /// <summary>The part that costs nothing: for whoever takes up the tree.</summary>
    /// <exception cref="LedgerStopException">More was signed here than there is.</exception>
    public static void Compare(Shard shard, long size, Checkpoint? signed)
    {
        if (signed is not null && (signed.Origin != shard.Origin || signed.Size > size))
        {
            throw new LedgerStopException(
                $"The log {signed.Origin} was signed here with {signed.Size} entries, but the database has {size} of {shard.Origin}: an older one was put back. See docs/ledger/operators.md, restore.");
        }
    }

    /// <summary>Compares the tree as it is stored at the size that was signed with what was signed.</summary>
    /// <exception cref="LedgerStopException">They differ.</exception>
    public static void Compare(Checkpoint signed, TreeHash stored)
    {
        if (stored != signed.Root)
        {
            throw new LedgerStopException($"The log {signed.Origin} was signed here at size {signed.Size} with the root {signed.Root}, the entries have {stored}: this is another history.");
        }
    }

    private async Task CheckAsync(Shard shard, long size, TreeHash root, CancellationToken cancel)
    {
        var signed = mark.Of(shard.Year);
        Compare(shard, size, signed);
        var tree = new TreeReader(database.Of(shard), size);
        await tree.EdgeAsync(root, cancel);
        if (signed is not null)
        {
            Compare(signed, await tree.RootAsync(signed.Size, cancel));
        }
        if (await published.CheckpointAsync(shard, cancel) is { } note)
        {
            var verdict = (await published.PolicyAsync(shard, cancel)).Check(note);
            if (!verdict.IsTrusted || verdict.Checkpoint.Size > size || await tree.RootAsync(verdict.Checkpoint.Size, cancel) != verdict.Checkpoint.Root)
            {
                throw new LedgerStopException($"The newest checkpoint of {shard.Origin} is not one of the tree that is stored, or not signed by its key.");
            }
        }
    }
}
