using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Exchange.Tables;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>
/// Brings a file in. Reads it whole first, to count, then takes it in batches of one transaction each, which holds the rows, their
/// digests and the progress. Killed anywhere it leaves whole batches, and the next start takes up the rows that are missing,
/// because a row is known by its digest and not by its position.
/// </summary>
internal sealed class ImportRunner(
    Writer writer, Offices offices, DirectorySource directories, BatchDoor door, DirectoryDoor lists, ImportWords words, IDbContextFactory<ZhuoluoContext> reads)
{
    /// <summary>Rows of one transaction: larger ones make others wait longer, smaller ones flush more often.</summary>
    public int BatchRows { get; set; } = 1000;

    /// <summary>To the end, to a stop or to the refusal of the whole file; the run's row tells which. </summary>
    public async Task<Outcome<ImportReport>> RunAsync(ImportRun run, TableFile file, Act act, IProgress<ImportProgress>? progress, CancellationToken cancel, Action<ImportReport>? finish = null)
    {
        try
        {
            var outcome = await ReadAsync(run, file, act, progress, finish, cancel);
            if (outcome.IsRefused(out var refusal, out _))
            {
                await EndAsync(run, ImportState.Failed, refusal.Code, act, cancel);
            }
            return outcome;
        }
        catch (UnreadableTable unreadable)
        {
            var refusal = new UnreadableFile(unreadable.Code);
            await EndAsync(run, ImportState.Failed, refusal.Code, act, cancel);
            return refusal;
        }
    }

    private async Task<Outcome<ImportReport>> ReadAsync(
        ImportRun run, TableFile file, Act act, IProgress<ImportProgress>? progress, Action<ImportReport>? finish, CancellationToken cancel)
    {
        var directory = await directories.LoadAsync(run.PlaceCode, cancel);
        var options = await OptionsAsync(run, cancel);
        var reading = new TableReading(file, directory, words, options);
        var survey = run.Mapping is { } confirmed ? JsonSerializer.Deserialize<Survey>(confirmed)! : reading.Survey(cancel);
        if (survey.Sheets.Count == 0)
        {
            return new UnknownTable();
        }
        var kinds = survey.Sheets.Select(sheet => sheet.Kind).ToHashSet();
        if (kinds.Any(kind => !kind.IsDirectory()) && (directory.Units.Count == 0 || !directory.Places.Any(place => place.Kind == "town")))
        {
            return new NoDirectory();
        }
        var first = new FirstReading();
        foreach (var finding in reading.Findings(survey, null, cancel))
        {
            first.Count(finding);
        }
        var findings = first.Kept ?? reading.Findings(survey, null, cancel);
        if ((await BeginAsync(run, survey, first, act, cancel)).IsRefused(out var refusal, out _))
        {
            return refusal;
        }
        var maker = new MatterMaker(offices.Current, words, directory.Categories.Select(c => c.Code).ToHashSet(), run.PlaceCode, survey.AsOf);
        var scope = new ImportScope(run, file, survey, first, maker, act);
        var report = new ImportReport(run.Id, survey);
        var done = kinds.All(FileKinds.IsDirectory)
            ? await lists.TakeInAsync(scope, findings, report, cancel)
            : await TakeInAsync(scope, findings, report, progress, cancel);
        if (done.IsRefused(out refusal, out _))
        {
            return refusal;
        }
        if (!report.IsStopped)
        {
            // Whoever sees it done finds all that belongs to it.
            finish?.Invoke(report);
        }
        await EndAsync(run, report.IsStopped ? ImportState.Stopped : ImportState.Done, null, act, cancel, report);
        return report;
    }

    private async Task<Outcome<Done>> TakeInAsync(ImportScope scope, IEnumerable<Finding> findings, ImportReport report, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        if ((await door.PrepareAsync(scope, cancel)).IsRefused(out var refusal, out var belongings))
        {
            return refusal;
        }
        var interval = new Interval();
        var read = 0;
        List<Taken> rows = [];
        foreach (var finding in findings)
        {
            if (finding is Taken next && rows.Count > 0 && (rows.Count == BatchRows || rows[0].Kind != next.Kind || (next.Kind == TableKind.Projects && rows[0].Sheet != next.Sheet)))
            {
                if ((await FlushAsync()).IsRefused(out refusal, out _) || report.IsStopped)
                {
                    return refusal is null ? Done.Value : refusal;
                }
            }
            interval.Read(finding);
            switch (finding)
            {
                case Taken taken:
                    rows.Add(taken);
                    break;
                case Copied:
                    interval.Duplicates++;
                    report.Duplicates++;
                    break;
                case Refused refused:
                    interval.Refused.Add(refused);
                    report.Refuse(refused);
                    break;
                case Warned warned:
                    report.Warnings.Add(warned);
                    break;
            }
        }
        return await FlushAsync();

        async Task<Outcome<Done>> FlushAsync()
        {
            var outcome = await WriteAsync(scope, belongings!, rows, interval, report, cancel);
            read += interval.Rows;
            rows.Clear();
            interval.Clear();
            progress?.Report(new ImportProgress(read, scope.First.Rows));
            return outcome;
        }
    }

    private async Task<Outcome<Done>> WriteAsync(ImportScope scope, Belongings belongings, List<Taken> rows, Interval interval, ImportReport report, CancellationToken cancel)
    {
        var pairs = rows.Select(row => (Row: row, Digest: RowDigest.Of(row, scope.Run.PlaceCode, belongings.ListOf(row.Sheet)?.Code))).ToList();
        for (var attempt = 1; ; attempt++)
        {
            var numbers = pairs.Select(p => RowDigest.OfNumber(p.Row, scope.Run.PlaceCode)).OfType<byte[]>();
            var known = await KnownAsync([.. pairs.Select(p => p.Digest), .. numbers], cancel);
            foreach (var there in await door.ThereAsync([.. pairs.Select(p => p.Row)], cancel))
            {
                known.TryAdd(Convert.ToHexString(pairs.First(p => ReferenceEquals(p.Row, there)).Digest), 0);
            }
            var fresh = pairs.Where(p => !known.ContainsKey(Convert.ToHexString(p.Digest))).ToList();
            foreach (var taken in fresh.Where(p => RowDigest.OfNumber(p.Row, scope.Run.PlaceCode) is { } number && known.ContainsKey(Convert.ToHexString(number))).ToList())
            {
                RefuseOne(taken.Row, "number", "number_conflict");
                fresh.Remove(taken);
            }
            var mine = pairs.Where(p => known.TryGetValue(Convert.ToHexString(p.Digest), out var by) && by == scope.Run.Id).ToList();
            var others = pairs.Count - fresh.Count - mine.Count;
            interval.Duplicates += others;
            var isStopAsked = false;
            try
            {
                var outcome = await OneAsync(fresh, mine.Count);
                if (outcome.IsRefused(out var refusal, out _))
                {
                    if (refusal is not RowRefused one)
                    {
                        return refusal;
                    }
                    interval.Duplicates -= others;
                    var row = fresh[one.Index].Row;
                    var (field, reason) = RowRefusals.Explain(one.Inner);
                    RefuseOne(row, field, reason);
                    attempt = 0;
                    continue;
                }
            }
            catch (DbException) when (attempt < 3 && fresh.Count > 0)
            {
                // Another import of the same rows was first: look again which of them are there now.
                interval.Duplicates -= others;
                continue;
            }
            report.Duplicates += others;
            mine.Concat(fresh).OrderBy(p => (p.Row.Row, p.Row.Line)).ToList().ForEach(p => report.Take(p.Row));
            report.IsStopped = isStopAsked;
            return Done.Value;

            void RefuseOne(Taken row, string field, string reason)
            {
                var refused = RowRefusals.Of(row, scope.MappingOf(row.Sheet), field, reason);
                pairs.RemoveAll(p => ReferenceEquals(p.Row, row));
                interval.Refused.Add(refused);
                report.Refuse(refused);
            }

            async Task<Outcome<Done>> OneAsync(List<(Taken Row, byte[] Digest)> now, int before)
            {
                if (now.Count == 0)
                {
                    return await writer.WriteAsync<Done>(scope.Act, async work =>
                    {
                        isStopAsked = await RunKeeper.NoteAsync(work, scope.Run, before, interval, cancel);
                        return Done.Value;
                    }, cancel);
                }
                var batch = new Batch(now[0].Row.Kind, [.. now.Select(p => p.Row)], [.. now.Select(p => p.Digest)]);
                return await door.WriteAsync(batch, scope, belongings, async (work, ids) =>
                {
                    await RunKeeper.InsertAsync(work, scope.Run.Id, batch.Digests, ids, cancel);
                    var marks = batch.Rows.Select(row => RowDigest.OfNumber(row, scope.Run.PlaceCode)).OfType<byte[]>().ToList();
                    await RunKeeper.InsertAsync(work, scope.Run.Id, marks, ids, cancel);
                    isStopAsked = await RunKeeper.NoteAsync(work, scope.Run, before + now.Count, interval, cancel);
                }, cancel);
            }
        }
    }

    private async Task<Dictionary<string, long>> KnownAsync(List<byte[]> digests, CancellationToken cancel)
    {
        if (digests.Count == 0)
        {
            return [];
        }
        await using var db = await reads.CreateDbContextAsync(cancel);
        var rows = await db.Set<ImportRow>().Where(r => digests.Contains(r.Digest)).Select(r => new { r.Digest, r.RunId }).ToListAsync(cancel);
        return rows.ToDictionary(r => Convert.ToHexString(r.Digest), r => r.RunId, StringComparer.Ordinal);
    }

    /// <summary>What was said with the file, and what its office confirmed for earlier ones.</summary>
    public async Task<ReadingOptions> OptionsAsync(ImportRun run, CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        var saved = await db.Set<ImportMapping>().Where(m => m.Office == run.Office).Select(m => m.Mapping).ToListAsync(cancel);
        return new ReadingOptions
        {
            AsOf = run.AsOf,
            Kinds = TableKindNames.Of(run.Allowed),
            Place = run.PlaceCode,
            Saved = [.. saved.Select(json => JsonSerializer.Deserialize<SavedMapping>(json)!)],
            KnownShifts = await door.KnownShiftsAsync(cancel),
        };
    }

    // A second start counts anew: what the first one brought is found by its digests and belongs to the same run.
    private Task<Outcome<Done>> BeginAsync(ImportRun seen, Survey survey, FirstReading first, Act act, CancellationToken cancel) =>
        writer.WriteAsync<Done>(act, async work =>
        {
            var run = await RunKeeper.LoadAsync(work, seen.Id, cancel);
            await work.Db.Set<ImportRefusal>().Where(r => r.RunId == run.Id).ExecuteDeleteAsync(cancel);
            var isFirst = run.RowsTotal is null;
            run.Kind = FileKinds.Of(survey.Sheets.Select(sheet => sheet.Kind));
            (run.Imported, run.Duplicates, run.Refused, run.RowsRead) = (0, 0, 0, 0);
            (run.LastSheet, run.LastRow, run.RowsTotal) = (null, 0, first.Rows);
            (run.State, run.IsStopAsked, run.Fault, run.EndedAt) = (ImportState.Running, false, null, null);
            run.AsOf ??= survey.AsOf;
            if (isFirst)
            {
                work.Record(new ImportStartedV1(new Code(run.Kind), new Code(run.PlaceCode)), new Subject("import", run.Id));
            }
            return Done.Value;
        }, cancel);

    private async Task EndAsync(ImportRun seen, ImportState state, string? fault, Act act, CancellationToken cancel, ImportReport? report = null)
    {
        await writer.WriteAsync<Done>(act, async work =>
        {
            var run = await RunKeeper.LoadAsync(work, seen.Id, cancel);
            (run.State, run.Fault, run.EndedAt, run.IsStopAsked) = (state, fault, act.At, false);
            if (state == ImportState.Done)
            {
                var refused = report!.Refused.Count;
                work.Record(
                    new ImportFinishedV1(new Code(run.Kind!), new Code(run.PlaceCode), report.Imported, report.Duplicates, refused), new Subject("import", run.Id));
            }
            return Done.Value;
        }, cancel);
    }
}
