using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Data.Log;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>
/// Writes an export into an empty folder: all tables as they stood at one moment, the manifest last. Memory does not grow with the rows.
/// Leaves its entry when the files are there.
/// </summary>
internal sealed class ExportMaker(IDbContextFactory<ZhuoluoContext> reads, Pump pump, Vault vault, LogKeys ledger, FilePack files, Writer writer)
{
    private const int RowsBetween = 5000;

    /// <param name="order">What is asked for.</param>
    /// <param name="folder">Exists and is empty.</param>
    /// <param name="act">Who asks.</param>
    /// <param name="mayGoOn">Told rows written and rows in all, now and then; false stops it.</param>
    /// <param name="cancel">Stops it too.</param>
    public async Task<Outcome<Manifest>> MakeAsync(ExportOrder order, string folder, Act act, Func<long, long, Task<bool>> mayGoOn, CancellationToken cancel)
    {
        if (Refuse(order) is { } refusal)
        {
            return refusal;
        }
        if (order.Content == ExportContent.Move)
        {
            // Before the rows are read: the log that goes along must end where the one that stays ends, or the two would be seen as a fork.
            await RecordAsync(order, await CountAsync(order.Content, cancel), act, cancel);
        }
        // So that nothing that happened is missing from the ledger that goes along.
        await pump.DrainAsync(cancel);
        await using var db = await reads.CreateDbContextAsync(cancel);
        await using var still = await HouseTable.HoldStillAsync(db, cancel);
        var plan = ExportPlan.Of(order.Content, HouseTable.Of(db));
        var (key, kept) = order.Content == ExportContent.Move ? MoveKey.Make(order.Passphrase!, vault, ledger, act) : (null, null);
        var told = new Told(mayGoOn, await TotalAsync(db, plan, cancel));
        var skips = order.Content == ExportContent.Office ? await ConfidentialAsync(db, plan, cancel) : [];
        List<ManifestTable> tables;
        using (var sink = SinkOf(order.Format, folder, key))
        {
            tables = await WriteAsync(db, plan, sink, order.Content, skips, told, cancel);
        }
        if (told.IsStopped)
        {
            return new ExportNotReady();
        }
        int? packed = key is null ? null : await PackAsync(folder, key, cancel);
        var migrations = await db.Database.GetAppliedMigrationsAsync(cancel);
        var manifest = new Manifest(Manifest.Newest, order.Content, order.Format, act.At, migrations.Last()) { Tables = tables, Key = kept, Files = packed };
        await File.WriteAllBytesAsync(Path.Combine(folder, Manifest.FileName), manifest.ToBytes(), cancel);
        if (order.Content != ExportContent.Move)
        {
            await RecordAsync(order, manifest.Rows, act, cancel);
        }
        return manifest;
    }

    private async Task<int> PackAsync(string folder, byte[] key, CancellationToken cancel)
    {
        await using var pack = SealedStream.Writing(new BufferedStream(File.Create(Path.Combine(folder, Manifest.PackName)), 1 << 16), key, Manifest.PackName);
        return await files.WriteAsync(pack, cancel);
    }

    private Task<Outcome<Done>> RecordAsync(ExportOrder order, long rows, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, work =>
    {
        work.Record(new ExportMadeV1(order.Content, order.Format, rows), new Subject("export", act.NewId()));
        return Task.FromResult<Outcome<Done>>(Done.Value);
    }, cancel);

    private async Task<long> CountAsync(ExportContent content, CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        return await TotalAsync(db, ExportPlan.Of(content, HouseTable.Of(db)), cancel);
    }

    private static Refusal? Refuse(ExportOrder order) => order switch
    {
        { Content: ExportContent.Personal } when string.IsNullOrWhiteSpace(order.Reason) => new ExportNeedsReason(),
        { Content: ExportContent.Move, Format: not ExportFormat.Jsonl } => new MoveIsSealed(),
        { Content: ExportContent.Move } when (order.Passphrase ?? "").Length < MoveKey.ShortestPassphrase => new PassphraseTooShort(MoveKey.ShortestPassphrase),
        _ => null,
    };

    private static IRowSink SinkOf(ExportFormat format, string folder, byte[]? key) => format switch
    {
        ExportFormat.Csv => new CsvSink(folder),
        ExportFormat.Xlsx => new XlsxSink(folder),
        _ => new JsonlSink(folder, key),
    };

    private static async Task<long> TotalAsync(ZhuoluoContext db, IReadOnlyList<ExportTable> plan, CancellationToken cancel)
    {
        var total = 0L;
        foreach (var (table, _) in plan)
        {
            total += await table.CountAsync(db, cancel);
        }
        return total;
    }

    private static async Task<List<ManifestTable>> WriteAsync(
        ZhuoluoContext db, IReadOnlyList<ExportTable> plan, IRowSink sink, ExportContent content, HashSet<long> skips, Told told, CancellationToken cancel)
    {
        var tables = new List<ManifestTable>();
        foreach (var (table, hidden) in plan)
        {
            var file = sink.Begin(table);
            var rows = 0L;
            var cover = content == ExportContent.Office ? Covering.Of(table) : null;
            var matter = skips.Count == 0 ? -1 : table.ColumnOf(table.Name == "matter" ? "id" : "matter_id");
            await foreach (var row in table.ReadAsync(db, cancel))
            {
                if (matter >= 0 && row[matter] is long id && skips.Contains(id))
                {
                    continue;
                }
                foreach (var column in hidden)
                {
                    row[column] = table.Columns[column].IsNullable ? null : CellText.Nothing(table.Columns[column].Stored);
                }
                cover?.Cover(row);
                sink.Write(table, row);
                rows++;
                if (!await told.GoesOnAsync(RowsBetween))
                {
                    return tables;
                }
            }
            sink.End();
            tables.Add(new ManifestTable(table.Name, file, rows));
        }
        await told.GoesOnAsync(1);
        return tables;
    }

    // Rules F5.2: outside its circle nobody learns that there is one.
    private static async Task<HashSet<long>> ConfidentialAsync(ZhuoluoContext db, IReadOnlyList<ExportTable> plan, CancellationToken cancel)
    {
        var ids = new HashSet<long>();
        var matters = plan.Single(t => t.Table.Name == "matter").Table;
        var (id, flag) = (matters.ColumnOf("id"), matters.ColumnOf("is_confidential"));
        await foreach (var row in matters.ReadAsync(db, cancel))
        {
            if (row[flag] is true)
            {
                ids.Add((long)row[id]!);
            }
        }
        return ids;
    }

    private sealed class Told(Func<long, long, Task<bool>> mayGoOn, long total)
    {
        private long _rows;

        public bool IsStopped { get; private set; }

        public async Task<bool> GoesOnAsync(int between)
        {
            if (++_rows % between == 0 || between == 1)
            {
                IsStopped = !await mayGoOn(Math.Min(_rows, total), total);
            }
            return !IsStopped;
        }
    }
}

/// <param name="Content">What goes out.</param>
/// <param name="Format">In which form.</param>
/// <param name="Reason">Why; asked for where names and texts go out.</param>
/// <param name="Passphrase">Only of a move.</param>
internal sealed record ExportOrder(ExportContent Content, ExportFormat Format, string? Reason = null, string? Passphrase = null);
