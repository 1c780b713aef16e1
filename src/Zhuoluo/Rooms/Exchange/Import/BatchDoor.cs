using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>Writes batches through the doors of the room Matters, with drives, visits and shifts as they are needed.</summary>
internal sealed class BatchDoor(
    RegisterManyHandler matters, RecordManyHandler records, RecordProjectsHandler projects, DriveFinder drives, ProgrammeFinder lists, Offices offices, IDbContextFactory<ZhuoluoContext> reads)
{
    private const int VisitBatch = 1000;

    /// <summary>Opens what the file's rows will belong to. What is there already stays, so a second start adds nothing.</summary>
    public async Task<Outcome<Belongings>> PrepareAsync(ImportScope scope, CancellationToken cancel)
    {
        var belongings = new Belongings();
        foreach (var (kind, period) in scope.First.Periods.OrderBy(p => p.Key == TableKind.Problems))
        {
            if (kind == TableKind.Problems && belongings.Drives.TryGetValue(TableKind.Shifts, out var hall))
            {
                belongings.Drives[kind] = hall;
                continue;
            }
            var mapping = scope.Survey.Sheets.First(sheet => sheet.Kind == kind);
            var title = SheetTitle.Of(scope.File.Sheets.First(sheet => sheet.Name == mapping.Sheet), mapping, cancel);
            var outcome = await drives.FindAsync(kind, title, Path.GetFileNameWithoutExtension(scope.Run.Name), period, scope.Act, cancel);
            if (outcome.IsRefused(out var refusal, out var driveId))
            {
                return refusal;
            }
            belongings.Drives[kind] = driveId;
        }
        foreach (var mapping in scope.Survey.Sheets.Where(sheet => sheet.Kind == TableKind.Projects))
        {
            if ((await lists.FindAsync(mapping, scope, cancel)).IsRefused(out var refusal, out var list))
            {
                return refusal;
            }
            belongings.Lists[mapping.Sheet] = list;
        }
        return belongings.Drives.TryGetValue(TableKind.Visits, out var drive)
            ? await PrepareVisitsAsync(scope, drive, belongings, cancel)
            : belongings;
    }

    /// <summary>One transaction: the rows, and what <paramref name="also"/> keeps beside them. Refused as <see cref="RowRefused"/> for one row.</summary>
    public async Task<Outcome<Done>> WriteAsync(
        Batch batch, ImportScope scope, Belongings belongings, Func<Work, IReadOnlyList<long>, Task> also, CancellationToken cancel)
    {
        if (batch.Kind == TableKind.Shifts)
        {
            var shifts = await records.HandleAsync(
                [.. batch.Rows.Select(row => Shift((DutyShiftRow)row.Entry, belongings.Drives[batch.Kind]))], scope.Act, cancel, (work, done) => also(work, done.Ids));
            return Simple(shifts);
        }
        if (batch.Kind == TableKind.Projects)
        {
            var maker = new ProjectMaker(offices.Current, scope.Survey.AsOf ?? LocalDay.Of(scope.Act.At));
            return Simple(await projects.HandleAsync(
                belongings.ListOf(batch.Rows[0].Sheet)!.Id, 0, [.. batch.Rows.Select(row => maker.Of((ProjectRow)row.Entry))], scope.Act, cancel,
                (work, done) => also(work, [.. done.Select(p => p.ProjectId)])));
        }
        var turns = batch.Kind == TableKind.Problems ? await TurnsAsync(belongings.Drives[batch.Kind], cancel) : [];
        List<BulkMatter> lines = [.. batch.Rows.Select(row => row.Entry switch
        {
            VisitRow visit => scope.Maker.Of(visit, belongings.Drives[batch.Kind], belongings.VisitOf(visit)),
            SuggestionRow suggestion => scope.Maker.Of(suggestion, belongings.Drives[batch.Kind]),
            DutyProblemRow problem => scope.Maker.Of(problem, belongings.Drives[batch.Kind], TurnOf(problem, turns)),
            TicketRow ticket => scope.Maker.Of(ticket),
            _ => throw new InvalidOperationException($"{batch.Kind} is no kind of matter."),
        })];
        return Simple(await matters.HandleAsync(lines, scope.Act, cancel, (work, done) => also(work, [.. done.Matters.Select(m => m.MatterId)])));
    }

    /// <summary>Days and heads of the shifts that are not cancelled.</summary>
    public async Task<List<(DateOnly Day, string Head)>> KnownShiftsAsync(CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        var rows = await db.Set<DutyShift>().Where(s => !s.IsCancelled).Select(s => new { s.On, s.HeadName }).ToListAsync(cancel);
        return [.. rows.Select(s => (s.On, s.HeadName))];
    }

    /// <summary>Projects that this house itself wrote into the file: the number and the name are those of one that is here.</summary>
    public async Task<List<Taken>> ThereAsync(List<Taken> rows, CancellationToken cancel)
    {
        var numbers = rows.Select(row => (row.Entry as ProjectRow)?.More?.Number).OfType<string>().ToList();
        if (numbers.Count == 0)
        {
            return [];
        }
        await using var db = await reads.CreateDbContextAsync(cancel);
        var names = await db.Set<Project>().Where(p => numbers.Contains(p.Number)).ToDictionaryAsync(p => p.Number, p => p.Name, cancel);
        return [.. rows.Where(row => row.Entry is ProjectRow { More.Number: { } number } project && names.TryGetValue(number, out var name) && name == project.Name)];
    }

    private async Task<Outcome<Belongings>> PrepareVisitsAsync(ImportScope scope, long drive, Belongings belongings, CancellationToken cancel)
    {
        await using (var db = await reads.CreateDbContextAsync(cancel))
        {
            foreach (var visit in await db.Set<Visit>().Where(v => v.DriveId == drive).Select(v => new { v.Id, v.VisitorName, v.PlaceCode, v.On }).ToListAsync(cancel))
            {
                belongings.Visits[new VisitKey(visit.VisitorName, visit.PlaceCode, visit.On)] = visit.Id;
            }
        }
        var missing = scope.First.Visits.Select(v => (Key: At(v.Key, scope), v.Households)).Where(v => !belongings.Visits.ContainsKey(v.Key)).ToList();
        foreach (var chunk in missing.Chunk(VisitBatch))
        {
            var lines = chunk.Select(v => new BulkVisit(drive, v.Key.Visitor, v.Key.PlaceCode, v.Key.On, v.Households)
            {
                UnitId = offices.Current.UnitOfPlace(v.Key.PlaceCode)?.Id,
            }).ToList();
            var outcome = await records.HandleAsync(lines, scope.Act, cancel);
            if (outcome.IsRefused(out var refusal, out var done))
            {
                return refusal;
            }
            for (var i = 0; i < chunk.Length; i++)
            {
                belongings.Visits[chunk[i].Key] = done.Ids[i];
            }
        }
        belongings.PlaceCode = scope.Run.PlaceCode;
        return belongings;
    }

    private static VisitKey At(VisitKey key, ImportScope scope) => key.PlaceCode.Length > 0 ? key : key with { PlaceCode = scope.Run.PlaceCode };

    private async Task<Dictionary<(DateOnly, string), long>> TurnsAsync(long drive, CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        var turns = new Dictionary<(DateOnly, string), long>();
        foreach (var shift in await db.Set<DutyShift>().Where(s => s.DriveId == drive && !s.IsCancelled).ToListAsync(cancel))
        {
            turns.TryAdd((shift.On, shift.HeadName), shift.Id);
        }
        return turns;
    }

    private static long? TurnOf(DutyProblemRow problem, Dictionary<(DateOnly, string), long> turns) =>
        turns.TryGetValue((problem.Opened, problem.Head), out var id) ? id : null;

    private BulkShift Shift(DutyShiftRow row, long drive) => new(drive, row.Date, row.Head)
    {
        UnitId = row.Unit is { } unit ? offices.Current.UnitByCode(unit)?.Id : null,
        Slot = row.Half,
        IsCancelled = row.IsCancelled,
    };

    private static Outcome<Done> Simple<T>(Outcome<T> outcome) => outcome.Match<Outcome<Done>>(
        _ => Done.Value, refusal => refusal switch
        {
            BulkRefused line => new RowRefused(line.Index, line.Inner),
            ProjectRowRefused line => new RowRefused(line.Index, line.Inner),
            _ => refusal,
        });
}

/// <summary>The drives, visits and lists that rows of this file belong to.</summary>
internal sealed class Belongings
{
    public Dictionary<TableKind, long> Drives { get; } = [];
    public Dictionary<VisitKey, long> Visits { get; } = [];
    public Dictionary<string, FoundList> Lists { get; } = [];
    public string PlaceCode { get; set; } = "";

    /// <summary>The list of projects that a sheet goes onto.</summary>
    public FoundList? ListOf(string sheet) => Lists.GetValueOrDefault(sheet);

    public long? VisitOf(VisitRow row) => row.Secretary is { } visitor && Visits.TryGetValue(
        new VisitKey(visitor, row.Village ?? row.Town ?? PlaceCode, row.Opened), out var id) ? id : null;
}
