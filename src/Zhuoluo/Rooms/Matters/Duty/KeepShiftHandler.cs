using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Drives;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Duty;

internal sealed class KeepShiftHandler(Writer writer, Offices offices)
{
    public Task<Outcome<long>> HandleAsync(AddShift command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => AddAsync(work, command, cancel), cancel);

    public Task<Outcome<Done>> HandleAsync(CancelShift command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => CancelAsync(work, command, cancel), cancel);

    private async Task<Outcome<long>> AddAsync(Work work, AddShift command, CancellationToken cancel)
    {
        var once = command.OnceKey is null ? null : $"shift\n{work.Act.Who.PersonId}\n{command.OnceKey}";
        if (once is not null && await work.DoneBeforeAsync(once, cancel) is { } earlier)
        {
            return earlier;
        }
        var drive = await work.Db.Set<Drive>().SingleOrDefaultAsync(d => d.Id == command.DriveId, cancel);
        if (Decide(command, drive, offices.Current, work.Act).IsRefused(out var refusal, out var read))
        {
            return refusal;
        }
        var shift = new DutyShift
        {
            Id = work.Act.NewId(),
            DriveId = read.DriveId,
            On = read.On,
            HeadName = read.HeadName,
            UnitId = read.UnitId,
            Slot = read.Slot,
        };
        work.Db.Add(shift);
        work.Record(new ShiftAddedV1(new Code(drive!.Code), UnitCode(shift.UnitId), shift.On), new Subject("shift", shift.Id));
        if (once is not null)
        {
            work.RememberDone(once, shift.Id);
        }
        return shift.Id;
    }

    private async Task<Outcome<Done>> CancelAsync(Work work, CancelShift command, CancellationToken cancel)
    {
        if (!Permissions.May(work.Act.Who, Capability.ManageDuty))
        {
            return new NotPermitted();
        }
        if (await work.Db.Set<DutyShift>().SingleOrDefaultAsync(s => s.Id == command.ShiftId, cancel) is not { } shift)
        {
            return new NotFound("shift");
        }
        if (shift.IsCancelled)
        {
            return Done.Value;
        }
        if (await work.Db.Set<Matter>().CountAsync(m => m.DutyShiftId == shift.Id, cancel) is > 0 and var count)
        {
            return new ShiftHasMatters(count);
        }
        shift.IsCancelled = true;
        work.Record(new ShiftCancelledV1(UnitCode(shift.UnitId), shift.On), new Subject("shift", shift.Id));
        return Done.Value;
    }

    private static Outcome<AddShift> Decide(AddShift command, Drive? drive, OfficesSnapshot offices, Act act)
    {
        if (!Permissions.May(act.Who, Capability.ManageDuty))
        {
            return new NotPermitted();
        }
        if (drive is null)
        {
            return new UnknownDrive();
        }
        if (command.On < drive.From || command.On > drive.To)
        {
            return new OutsideDrive();
        }
        if (command.UnitId is { } id && offices.Unit(id) is null)
        {
            return new UnknownUnit();
        }
        if (PlainText.Read(command.HeadName, nameof(command.HeadName), AddShift.LongestName).IsRefused(out var refusal, out var head)
            || PlainText.Read(command.Slot, nameof(command.Slot), AddShift.LongestSlot).IsRefused(out refusal, out var slot))
        {
            return refusal;
        }
        if (head is null)
        {
            return new Missing(nameof(command.HeadName));
        }
        return command with { HeadName = head, Slot = slot };
    }

    private Code? UnitCode(long? unitId) => unitId is { } id ? Code.OrNull(offices.Current.Unit(id)?.Code) : null;
}
