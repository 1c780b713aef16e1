using Microsoft.EntityFrameworkCore;
using Zhuoluo.Foundation;
using Zhuoluo.Ledger;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Data.Log;

/// <summary>
/// Signs and publishes what it reads back after the commit, never what it was told (ledger.md section 8, rules 5 to 8). Each tree is grown
/// from the one that was published before, so that a log that was changed behind can not be signed.
/// </summary>
internal sealed class Publisher(
    IDbContextFactory<ZhuoluoContext> contexts, DatabaseLog database, Writer writer, ActFactory acts, LogKeys keys, SignedMark mark, LogState state) : IDisposable
{
    private const int AtOnce = 1000;
    private readonly SemaphoreSlim _one = new(1, 1);
    private Edge? _signed;

    /// <summary>Publishes all years that have grown; how many checkpoints are new.</summary>
    public async Task<int> TurnAsync(CancellationToken cancel)
    {
        if (state.Alarm is not null)
        {
            return 0;
        }
        await _one.WaitAsync(cancel);
        try
        {
            // A command beside the server: whoever has it publishes for both.
            using var hold = mark.TryHold();
            if (hold is null)
            {
                return 0;
            }
            var published = 0;
            foreach (var due in await DueAsync(cancel))
            {
                published += await PublishAsync(due, cancel) ? 1 : 0;
            }
            return published;
        }
        catch (LedgerStopException stop)
        {
            state.Raise(stop.Message);
            return 0;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    // One statement, so that head and years are of one moment.
    private async Task<List<Due>> DueAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var years = await (from shard in db.Set<Shard>()
                           from head in db.Set<LedgerHead>()
                           orderby shard.Year
                           select new { shard, head, Published = db.Set<LedgerCheckpoint>().Where(c => c.Year == shard.Year).Max(c => (long?)c.Size) ?? 0 }).ToListAsync(cancel);
        return
        [
            .. years.Select(y => new Due(y.shard, y.shard.Size ?? y.head.Size - y.shard.First, new TreeHash(y.shard.Root ?? y.head.Root), y.Published))
                .Where(d => d.Size > d.Published),
        ];
    }

    private async Task<bool> PublishAsync(Due due, CancellationToken cancel)
    {
        if (await SignersAsync(due, cancel) is not { Count: > 0 } signers)
        {
            return false;
        }
        var signed = mark.Of(due.Shard.Year);
        LogStart.Compare(due.Shard, due.Size, signed);
        var edge = await GrowAsync(due, signed, cancel);
        var checkpoint = new Checkpoint(due.Shard.Origin, due.Size, edge.Root());
        // On disk before any signature exists: from now on nothing smaller and no other tree of this size can be signed here.
        mark.Set(due.Shard.Year, checkpoint);
        var act = acts.New(Actor.Job("publisher"), Door.Job);
        var note = checkpoint.Sign(signers, act.At);
        await writer.WriteAsync<Done>(act, async work =>
        {
            await work.RunAsync("INSERT INTO ledger_checkpoint (year, size, note, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING", cancel,
                due.Shard.Year, due.Size, note.ToString(), Microseconds.Of(work.Act.At));
            return Done.Value;
        }, cancel);
        _signed = new Edge(due.Shard.Year, edge);
        state.Published();
        return true;
    }

    // From what was published last to what is there now, reading each entry back.
    private async Task<TreeEdge> GrowAsync(Due due, Checkpoint? signed, CancellationToken cancel)
    {
        var edge = _signed is { } known && known.Year == due.Shard.Year && known.Tree.Size == due.Published ? known.Tree.Copy() : await EdgeAsync(due, cancel);
        while (edge.Size < due.Size)
        {
            // Stops at the size that was signed before a crash, to compare.
            var next = signed is not null && signed.Size > edge.Size ? Math.Min(signed.Size, edge.Size + AtOnce) : edge.Size + AtOnce;
            var bodies = await database.BodiesAsync(due.Shard.First + edge.Size, (int)(Math.Min(next, due.Size) - edge.Size), cancel);
            if (bodies.Count == 0)
            {
                throw new LedgerStopException($"Entry {due.Shard.First + edge.Size} is missing.");
            }
            bodies.ForEach(b => edge.Append(b));
            if (signed?.Size == edge.Size)
            {
                LogStart.Compare(signed, edge.Root());
            }
        }
        return edge.Root() == due.Root ? edge
            : throw new LedgerStopException($"The entries of {due.Shard.Origin} at size {due.Size} have the root {edge.Root()}, the head of the ledger says {due.Root}.");
    }

    private async Task<TreeEdge> EdgeAsync(Due due, CancellationToken cancel)
    {
        if (due.Published == 0)
        {
            return new TreeEdge();
        }
        var source = database.Of(due.Shard);
        var note = SignedNote.Parse(await source.ReadCheckpointAsync(cancel));
        return await new TreeReader(source, due.Published).EdgeAsync(Checkpoint.Parse(note.Text).Root, cancel);
    }

    // Only keys that everybody can see sign. The first is made here; where another node made it, this one has none until it is copied.
    private async Task<IReadOnlyList<SignerKey>> SignersAsync(Due due, CancellationToken cancel)
    {
        var shown = await RegisteredAsync(due.Shard.Year, cancel);
        if (shown.Count == 0 && keys.Of(due.Shard.Year).Count == 0 && mark.Of(due.Shard.Year) is null)
        {
            keys.Add(due.Shard.Year, due.Shard.Origin);
        }
        var own = keys.Of(due.Shard.Year);
        if (own.FirstOrDefault(k => k.Verifier.Name != due.Shard.Origin) is { } other)
        {
            throw new LedgerStopException($"A key of {other.Verifier.Name} lies in the place of one of {due.Shard.Origin}.");
        }
        if (shown.Count == 0 && own is [var first, ..])
        {
            var act = acts.New(Actor.Job("publisher"), Door.Job);
            await writer.WriteAsync<Done>(act, async work =>
            {
                // Two nodes that make the first key at once: the head's row lets one of them in after the other.
                await work.RunAsync("UPDATE ledger_head SET id = id WHERE id = 1", cancel);
                await work.RunAsync("INSERT INTO ledger_key (year, vkey, since) SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM ledger_key WHERE year = $4)", cancel,
                    due.Shard.Year, first.Verifier.ToString(), 0L, due.Shard.Year);
                return Done.Value;
            }, cancel);
            shown = await RegisteredAsync(due.Shard.Year, cancel);
        }
        var signers = own.Where(k => shown.Any(s => s.Vkey == k.Verifier.ToString() && (s.Until ?? long.MaxValue) >= due.Size)).ToList();
        state.Unpublished = signers.Count == 0 ? $"the key of {due.Shard.Origin} is not on this node" : null;
        return signers;
    }

    private async Task<List<LedgerKey>> RegisteredAsync(int year, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<LedgerKey>().Where(k => k.Year == year).ToListAsync(cancel);
    }

    private sealed record Due(Shard Shard, long Size, TreeHash Root, long Published);
}
