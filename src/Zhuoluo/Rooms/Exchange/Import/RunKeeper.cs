using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Reading;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>The run's own row and its refusals; called inside the transactions that it keeps count of.</summary>
internal static class RunKeeper
{
    public static Task<ImportRun> LoadAsync(Work work, long runId, CancellationToken cancel) =>
        work.Db.Set<ImportRun>().AsTracking().SingleAsync(r => r.Id == runId, cancel);

    /// <summary>Counts what happened since the last batch and notes where the reading stands. True when somebody asked to stop.</summary>
    public static async Task<bool> NoteAsync(Work work, ImportRun seen, int imported, Interval interval, CancellationToken cancel)
    {
        var run = await LoadAsync(work, seen.Id, cancel);
        run.Imported += imported;
        run.Duplicates += interval.Duplicates;
        run.Refused += interval.Refused.Count;
        run.RowsRead += interval.Rows;
        (run.LastSheet, run.LastRow) = (interval.LastSheet, interval.LastRow);
        await work.InsertManyAsync([.. interval.Refused.SelectMany(row => Rows(row, run.Id, work.Act))], cancel);
        return run.IsStopAsked;
    }

    public static Task InsertAsync(Work work, long runId, IReadOnlyList<byte[]> digests, IReadOnlyList<long> records, CancellationToken cancel) =>
        work.InsertManyAsync([.. digests.Zip(records, (digest, record) => new ImportRow { Digest = digest, RunId = runId, RecordId = record })], cancel);

    private static IEnumerable<ImportRefusal> Rows(Refused row, long runId, Act act) => row.Reasons.Select(reason => new ImportRefusal
    {
        Id = act.NewId(),
        RunId = runId,
        Sheet = row.Sheet,
        Row = row.Row,
        Line = row.Line,
        Cell = reason.Cell,
        Field = reason.Field,
        Reason = reason.Code,
        Suggestion = reason.Suggestion,
    });
}

/// <summary>What was read between two batches.</summary>
internal sealed class Interval
{
    public int Rows { get; private set; }
    public int Duplicates { get; set; }
    public List<Refused> Refused { get; } = [];
    public string? LastSheet { get; private set; }
    public int LastRow { get; private set; }

    public void Read(Finding finding)
    {
        Rows += finding is Warned ? 0 : 1;
        (LastSheet, LastRow) = (finding.Sheet, finding.Row);
    }

    public void Clear()
    {
        (Rows, Duplicates) = (0, 0);
        Refused.Clear();
    }
}
