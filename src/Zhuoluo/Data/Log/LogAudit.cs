using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Data.Log;

/// <summary>Checks everything that the database has of the ledger: every entry, tile and published checkpoint, and what stands beside the bodies (ledger.md section 11, layer 3).</summary>
internal sealed class LogAudit(IDbContextFactory<ZhuoluoContext> contexts, DatabaseLog database, PublishedLog published)
{
    private const int AtOnce = 1000;

    /// <summary>Each place where something is not as it was signed, in words for the operator; none when all is well.</summary>
    public async IAsyncEnumerable<string> RunAsync(IProgress<long>? progress, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var shard in await published.AllAsync(cancel))
        {
            await foreach (var difference in YearAsync(shard, progress, cancel))
            {
                yield return difference;
            }
        }
        await foreach (var difference in ColumnsAsync(cancel))
        {
            yield return difference;
        }
    }

    private async IAsyncEnumerable<string> YearAsync(Shard shard, IProgress<long>? progress, [EnumeratorCancellation] CancellationToken cancel)
    {
        var heads = new List<TreeHead>();
        var policy = await published.PolicyAsync(shard, cancel);
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            foreach (var row in await db.Set<LedgerCheckpoint>().Where(c => c.Year == shard.Year).OrderBy(c => c.Size).ToListAsync(cancel))
            {
                if (Read(row) is not { } note || policy.Check(note) is not { IsTrusted: true, Checkpoint: var checkpoint } || checkpoint.Size != row.Size)
                {
                    yield return $"{shard.Year}: the checkpoint of size {row.Size} is not signed by the log's key";
                    continue;
                }
                heads.Add(new TreeHead(checkpoint.Size, checkpoint.Root));
            }
            var head = await db.Set<LedgerHead>().SingleAsync(cancel);
            var (size, root) = (shard.Size ?? head.Size - shard.First, new TreeHash(shard.Root ?? head.Root));
            if (heads.Count == 0 || heads[^1].Size < size)
            {
                heads.Add(new TreeHead(size, root));
            }
            else if (heads[^1] != new TreeHead(size, root))
            {
                yield return $"{shard.Year}: the head of size {size} is not the newest checkpoint, which has size {heads[^1].Size}";
            }
        }
        var check = new LogCheck(database.Of(shard));
        await foreach (var difference in check.RunAsync(heads, cancel))
        {
            yield return $"{shard.Year}: {difference}";
            progress?.Report(shard.First + check.Done);
        }
        progress?.Report(shard.First + check.Done);
    }

    // What stands beside a body steers followers and finds receipts; it is not in the tree, so it is compared with the body.
    private async IAsyncEnumerable<string> ColumnsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        for (var next = 0L; ;)
        {
            var from = next;
            var rows = await db.Set<LedgerEntry>().Where(e => e.Idx >= from).OrderBy(e => e.Idx).Take(AtOnce)
                .Select(e => new { e.Idx, e.EventId, e.Kind, e.Body }).ToListAsync(cancel);
            foreach (var row in rows)
            {
                if (row.Idx != next++)
                {
                    yield return $"entry {next - 1} is missing";
                    next = row.Idx + 1;
                }
                if (!Says(row.Body, row.EventId, row.Kind))
                {
                    yield return $"entry {row.Idx}: its columns are not those of its body";
                }
            }
            if (rows.Count < AtOnce)
            {
                yield break;
            }
        }
    }

    private static bool Says(byte[] body, byte[] eventId, string kind)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.GetProperty("id").ValueEquals(Convert.ToHexStringLower(eventId)) && json.RootElement.GetProperty("kind").ValueEquals(kind);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    private static SignedNote? Read(LedgerCheckpoint row)
    {
        try
        {
            return SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(row.Note));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
