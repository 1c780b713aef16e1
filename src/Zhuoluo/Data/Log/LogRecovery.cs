using System.Text.Json;
using Zhuoluo.Foundation;
using Zhuoluo.Ledger;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Data.Log;

/// <summary>
/// After a database was put back from a backup: takes the entries that it lost from what was published, so that the log may go on
/// (ledger.md section 9). The rows of the application that belonged to them are not in the log and must be entered again by people.
/// </summary>
internal sealed class LogRecovery(PublishedLog published, Writer writer, DatabaseLog database)
{
    /// <summary>Brings the growing log up to the checkpoint of a copy; how many entries came.</summary>
    /// <exception cref="LedgerStopException">The copy is not a continuation of what is here, or is not what was signed.</exception>
    public async Task<Outcome<long>> RunAsync(ITileSource copy, Act act, CancellationToken cancel)
    {
        if (await published.CurrentAsync(cancel) is not { } shard || await copy.ReadCheckpointAsync(cancel) is not { } bytes)
        {
            return new NothingToRecover();
        }
        var note = SignedNote.Parse(bytes);
        var verdict = (await published.PolicyAsync(shard, cancel)).Check(note);
        if (!verdict.IsTrusted)
        {
            return new CopyNotTrusted();
        }
        return await writer.WriteAsync<long>(act, work => TakeAsync(work, shard, copy, verdict.Checkpoint, note, cancel), cancel);
    }

    private async Task<Outcome<long>> TakeAsync(Work work, Shard shard, ITileSource copy, Checkpoint signed, SignedNote note, CancellationToken cancel)
    {
        var head = (await work.ReadAsync("SELECT size, year, root FROM ledger_head WHERE id = 1", r => new Head(r.Long(0), (int)r.Long(1), new TreeHash(r.Bytes(2))), cancel)).Single();
        var growth = await TreeGrowth.OfAsync(work, head, null, database, null, cancel);
        var tree = new TreeReader(copy, signed.Size);
        var began = growth.Edge.Size;
        for (var index = began; index < signed.Size; index++)
        {
            var body = (await tree.EntryAsync(index, cancel)).ToArray();
            using var json = JsonDocument.Parse(body);
            var eventId = Convert.FromHexString(json.RootElement.GetProperty("id").GetString()!);
            // What waits here with the same id is this very entry.
            await work.RunAsync("DELETE FROM ledger_pending WHERE event_id = $1", cancel, eventId);
            work.Insert(new LedgerEntry { Idx = growth.Size, EventId = eventId, Body = body, Kind = json.RootElement.GetProperty("kind").GetString()!, SubjectKind = "lost", SubjectId = 0 });
            growth.Grow([body]);
        }
        if (growth.Edge.Size == signed.Size && growth.Edge.Root() != signed.Root)
        {
            throw new LedgerStopException($"With the entries of the copy the tree of size {signed.Size} has the root {growth.Edge.Root()}, but {signed.Root} was signed: the backup is of another history.");
        }
        await growth.EndAsync(cancel);
        await work.RunAsync("INSERT INTO ledger_checkpoint (year, size, note, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING", cancel,
            shard.Year, signed.Size, note.ToString(), Microseconds.Of(work.Act.At));
        return growth.Edge.Size - began;
    }
}

/// <summary>There is no log here or no checkpoint in the copy.</summary>
internal sealed record NothingToRecover() : Refusal("nothing-to-recover");

/// <summary>The checkpoint of the copy is not signed by a key of this log.</summary>
internal sealed record CopyNotTrusted() : Refusal("copy-not-trusted");
