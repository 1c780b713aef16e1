using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Export;
using Zhuoluo.Rooms.Exchange.Tables;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Exchange.Moving;

/// <summary>
/// Brings a whole export into a house where nobody lives yet: numbers, times and ids as they were. How far it came stands in the same
/// transaction as the rows, so that it can be killed anywhere and goes on; the same export again changes nothing.
/// </summary>
internal sealed class MoveInHandler(Writer writer, Pump pump, MovedMatters matters, FilePack files, IDbContextFactory<ZhuoluoContext> reads, IEnumerable<IFollower> followers)
{
    private const int RowsAtOnce = 2000;

    // A house is empty when none of these has a row; what a migration puts into other tables is replaced.
    private static readonly string[] _lived = ["matter", "unit", "place", "person", "visit", "ledger_entry", "ledger_pending", "subject_key"];

    public async Task<Outcome<MovedIn>> HandleAsync(MoveIn command, Act act, IProgress<long>? progress, CancellationToken cancel)
    {
        if (!Permissions.May(act.Who, Capability.ImportFiles, "/") || act.Who.Kind != ActorKind.Operator)
        {
            return new NotPermitted();
        }
        var (manifest, digest) = (command.Manifest, command.Digest);
        IReadOnlyList<HouseTable> known;
        await using (var db = await reads.CreateDbContextAsync(cancel))
        {
            known = HouseTable.Of(db);
        }
        if (manifest.Version > Manifest.Newest || manifest.Tables.FirstOrDefault(t => !known.Any(k => k.Name == t.Name)) is { })
        {
            return new ExportTooNew(manifest.Migration);
        }
        var tables = manifest.Tables.Select(t => known.Single(k => k.Name == t.Name)).ToList();
        if ((await writer.WriteAsync(act, work => BeginAsync(work, digest, tables, cancel), cancel)).IsRefused(out var refusal, out var place))
        {
            return refusal;
        }
        if (place.IsDone)
        {
            return new MovedIn(manifest.Rows, IsNew: false);
        }
        // Bytes before the rows that name them.
        if (place is { Table: 0, Rows: 0 } && manifest.Files is { } count && command.Key is not null && await FilesAsync(command, count, cancel) is { } broken)
        {
            return broken;
        }
        using var source = new RowSource(command.Folder, manifest, command.Key);
        for (var i = place.Table; i < tables.Count; i++)
        {
            if (await TableAsync(source, manifest, tables[i], i, i == place.Table ? place.Rows : 0, digest, act, progress, cancel) is { } damaged)
            {
                return damaged;
            }
        }
        return await EndAsync(manifest, digest, act, cancel);
    }

    /// <summary>Whether somebody lives here, or has begun to move in.</summary>
    public async Task<bool> IsLivedInAsync(CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        return await db.Set<HouseMove>().AnyAsync(cancel) || await IsLivedInAsync(db, cancel);
    }

    private static async Task<bool> IsLivedInAsync(ZhuoluoContext db, CancellationToken cancel)
    {
        foreach (var table in HouseTable.Of(db).Where(t => _lived.Contains(t.Name)))
        {
            if (await table.CountAsync(db, cancel) > 0)
            {
                return true;
            }
        }
        return false;
    }

    private static async Task<Outcome<Place>> BeginAsync(Work work, byte[] digest, IReadOnlyList<HouseTable> tables, CancellationToken cancel)
    {
        if (await work.Db.Set<HouseMove>().SingleOrDefaultAsync(m => m.Digest == digest, cancel) is { } known)
        {
            return new Place(known.TableNumber, known.RowsIn, known.EndedAt is not null);
        }
        if (await IsLivedInAsync(work.Db, cancel))
        {
            return new HouseNotEmpty();
        }
        foreach (var table in tables)
        {
            await table.ClearAsync(work, cancel);
        }
        work.Db.Add(new HouseMove { Digest = digest, TableNumber = 0, RowsIn = 0, Total = 0, BegunAt = work.Act.At });
        return new Place(0, 0, false);
    }

    private async Task<Refusal?> FilesAsync(MoveIn command, int count, CancellationToken cancel)
    {
        try
        {
            await using var pack = SealedStream.Reading(new BufferedStream(File.OpenRead(Path.Combine(command.Folder, Manifest.PackName)), 1 << 16), command.Key!, Manifest.PackName);
            var read = await files.ReadAsync(pack, cancel);
            return read == count ? null : new ExportDamaged(Manifest.PackName, read + 1);
        }
        catch (Exception fault) when (fault is InvalidDataException or CryptographicException or IOException)
        {
            return new ExportDamaged(Manifest.PackName, 0);
        }
    }

    private async Task<Refusal?> TableAsync(
        RowSource source, Manifest manifest, HouseTable table, int number, long done, byte[] digest, Act act, IProgress<long>? progress, CancellationToken cancel)
    {
        var anew = table.Name == "follower_position" ? followers.Where(f => f.IsMadeAnew).Select(f => f.Name).ToHashSet() : [];
        var batch = new List<object?[]>(RowsAtOnce);
        var read = 0L;
        try
        {
            foreach (var row in source.Rows(table, manifest.Tables[number], cancel))
            {
                if (++read <= done || anew.Contains(row[0] as string ?? ""))
                {
                    continue;
                }
                batch.Add(row);
                if (batch.Count == RowsAtOnce)
                {
                    progress?.Report(await WriteAsync(manifest.Content, table, number, read, batch, digest, act, cancel));
                    batch.Clear();
                }
            }
        }
        catch (Exception fault) when (fault is FormatException or JsonException or CryptographicException or UnreadableTable or IOException or OverflowException or ArgumentException)
        {
            return new ExportDamaged(table.Name, read + 1);
        }
        if (read != manifest.Tables[number].Rows)
        {
            return new ExportDamaged(table.Name, read + 1);
        }
        progress?.Report(await WriteAsync(manifest.Content, table, number, read, batch, digest, act, cancel));
        return null;
    }

    private async Task<long> WriteAsync(
        ExportContent content, HouseTable table, int number, long read, List<object?[]> batch, byte[] digest, Act act, CancellationToken cancel)
    {
        var outcome = await writer.WriteAsync<long>(act, async work =>
        {
            await table.InsertAsync(work, batch, cancel);
            if (content != ExportContent.Move && table.Name == "matter")
            {
                // It came without its ledger: each matter gets the entry of one taken over.
                await MovedMatters.RecordAsync(work, [.. batch.Select(r => (long)r[table.ColumnOf("id")]!)], cancel);
            }
            var move = await work.Db.Set<HouseMove>().AsTracking().SingleAsync(m => m.Digest == digest, cancel);
            (move.TableNumber, move.RowsIn, move.Total) = (number, read, move.Total + batch.Count);
            return move.Total;
        }, cancel);
        return outcome.Match(total => total, _ => 0);
    }

    private async Task<Outcome<MovedIn>> EndAsync(Manifest manifest, byte[] digest, Act act, CancellationToken cancel)
    {
        await matters.CountAsync(act, cancel);
        await writer.WriteAsync<Done>(act, async work =>
        {
            var move = await work.Db.Set<HouseMove>().AsTracking().SingleAsync(m => m.Digest == digest, cancel);
            (move.TableNumber, move.EndedAt) = (manifest.Tables.Count, act.At);
            work.Record(new HouseMovedInV1(manifest.Content, manifest.Tables.Count, manifest.Rows), new Subject("house", act.NewId()));
            return Done.Value;
        }, cancel);
        await pump.DrainAsync(cancel);
        return new MovedIn(manifest.Rows, IsNew: true);
    }

    private readonly record struct Place(int Table, long Rows, bool IsDone);
}

/// <param name="Folder">Where the files are.</param>
/// <param name="Manifest">What they hold.</param>
/// <param name="Digest">SHA-256 of the manifest's bytes.</param>
/// <param name="Key">Of the sealed files of a move.</param>
internal sealed record MoveIn(string Folder, Manifest Manifest, byte[] Digest, byte[]? Key);

/// <param name="Rows">How many came.</param>
/// <param name="IsNew">False when this export was here before.</param>
internal sealed record MovedIn(long Rows, bool IsNew);
