using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Drives;
using Zhuoluo.Rooms.Matters.Duty;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Matters.Visits;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>Visits and shifts of an old ledger, one transaction a call; answers with their ids in the order given.</summary>
internal sealed class RecordManyHandler(Writer writer, Offices offices)
{
    public Task<Outcome<IdsDone>> HandleAsync(IReadOnlyList<BulkVisit> batch, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, async work =>
        {
            var drives = await DrivesAsync(work.Db, cancel);
            if (Refuse(batch, act, v => Refuse(v, drives, act)) is { } refusal)
            {
                return refusal;
            }
            var rows = batch.Select(v => Row(v, act)).ToList();
            await work.InsertManyAsync(rows, cancel);
            await work.InsertManyAsync(
                [.. rows.Select(v => work.Prepare(
                    new VisitRecordedV1(drives[v.DriveId], new Code(v.TownCode), v.On, v.Households, 0), new Subject("visit", v.Id), []))],
                cancel);
            return Ids(rows.Select(v => v.Id));
        }, cancel);

    /// <summary>As for matters, what must be in the same transaction is written in <paramref name="also"/>.</summary>
    public Task<Outcome<IdsDone>> HandleAsync(
        IReadOnlyList<BulkShift> batch, Act act, CancellationToken cancel, Func<Work, IdsDone, Task>? also = null) =>
        writer.WriteAsync(act, async work =>
        {
            var drives = await DrivesAsync(work.Db, cancel);
            if (Refuse(batch, act, s => drives.ContainsKey(s.DriveId) ? null : new UnknownDrive()) is { } refusal)
            {
                return refusal;
            }
            var rows = batch.Select(s => Row(s, act)).ToList();
            await work.InsertManyAsync(rows, cancel);
            await work.InsertManyAsync([.. rows.SelectMany(s => Entries(work, s, drives[s.DriveId]))], cancel);
            var done = new IdsDone([.. rows.Select(s => s.Id)]);
            if (also is not null)
            {
                await also(work, done);
            }
            return (Outcome<IdsDone>)done;
        }, cancel);

    private static Outcome<IdsDone> Ids(IEnumerable<long> ids) => new IdsDone([.. ids]);

    private static Refusal? Refuse<T>(IReadOnlyList<T> batch, Act act, Func<T, Refusal?> refuse)
    {
        if (!Permissions.May(act.Who, Capability.ImportFiles))
        {
            return new NotPermitted();
        }
        for (var i = 0; i < batch.Count; i++)
        {
            if (refuse(batch[i]) is { } refusal)
            {
                return new BulkRefused(i, refusal);
            }
        }
        return null;
    }

    private Refusal? Refuse(BulkVisit visit, Dictionary<long, Code> drives, Act act) =>
        !drives.ContainsKey(visit.DriveId) ? new UnknownDrive()
        : offices.Current.Place(visit.PlaceCode) is null ? new UnknownPlace()
        : visit.On > LocalDay.Of(act.At) ? new DayInFuture(nameof(visit.On))
        : visit.Households < 0 ? new HouseholdsOutOfRange(RecordVisit.MostHouseholds)
        : null;

    private static Visit Row(BulkVisit visit, Act act) => new()
    {
        Id = act.NewId(),
        DriveId = visit.DriveId,
        VisitorName = visit.VisitorName,
        PlaceCode = visit.PlaceCode,
        TownCode = visit.PlaceCode.Length >= 9 ? visit.PlaceCode[..9] : visit.PlaceCode,
        UnitId = visit.UnitId,
        On = visit.On,
        Households = visit.Households,
        Note = visit.Note,
        RecordedAt = act.At,
    };

    private static DutyShift Row(BulkShift shift, Act act) => new()
    {
        Id = act.NewId(),
        DriveId = shift.DriveId,
        On = shift.On,
        HeadName = shift.HeadName,
        UnitId = shift.UnitId,
        Slot = shift.Slot,
        IsCancelled = shift.IsCancelled,
    };

    private IEnumerable<PendingEntry> Entries(Work work, DutyShift shift, Code drive)
    {
        var unit = shift.UnitId is { } id ? Code.OrNull(offices.Current.Unit(id)?.Code) : null;
        yield return work.Prepare(new ShiftAddedV1(drive, unit, shift.On), new Subject("shift", shift.Id), []);
        if (shift.IsCancelled)
        {
            yield return work.Prepare(new ShiftCancelledV1(unit, shift.On), new Subject("shift", shift.Id), []);
        }
    }

    private static async Task<Dictionary<long, Code>> DrivesAsync(ZhuoluoContext db, CancellationToken cancel) =>
        await db.Set<Drive>().ToDictionaryAsync(d => d.Id, d => new Code(d.Code), cancel);
}
