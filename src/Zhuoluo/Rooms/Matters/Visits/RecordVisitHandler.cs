using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Drives;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Visits;

/// <summary>The visit and all its matters in one transaction: all of it is there or nothing.</summary>
internal sealed class RecordVisitHandler(Writer writer, Intake intake, Offices offices)
{
    public Task<Outcome<VisitRecorded>> HandleAsync(RecordVisit command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => RecordAsync(work, command, cancel), cancel);

    private async Task<Outcome<VisitRecorded>> RecordAsync(Work work, RecordVisit command, CancellationToken cancel)
    {
        var once = command.OnceKey is { Length: > 0 } key ? $"visit\n{work.Act.Who.PersonId}\n{key}" : null;
        if (once is not null && await work.DoneBeforeAsync(once, cancel) is { } earlier)
        {
            var matters = await work.Db.Set<Matter>().Where(m => m.VisitId == earlier).OrderBy(m => m.Id).ToListAsync(cancel);
            return new VisitRecorded(earlier, [.. matters.Select(m => Intake.ReceiptOf(work.Vault, m))]);
        }
        var drive = await work.Db.Set<Drive>().SingleOrDefaultAsync(d => d.Id == command.DriveId, cancel);
        var place = offices.Current.PlaceOn(command.PlaceCode, LocalDay.Of(work.Act.At));
        if (Decide(command, drive, place, work.Act).IsRefused(out var refusal, out var words))
        {
            return refusal;
        }
        var visit = Row(command, place!, words, work.Act);
        var receipts = new List<Receipt>(command.Matters.Count);
        foreach (var raised in command.Matters)
        {
            var matter = raised with { Channel = Channel.Visit, DriveId = drive!.Id, VisitId = visit.Id, OpenedOn = command.On, OnceKey = null };
            if ((await intake.TakeInAsync(work, matter, cancel)).IsRefused(out var inner, out var receipt))
            {
                return new MatterOfVisitRefused(receipts.Count, inner);
            }
            receipts.Add(receipt);
        }
        work.Db.Add(visit);
        work.Record(
            new VisitRecordedV1(new Code(drive!.Code), new Code(visit.TownCode), visit.On, visit.Households, receipts.Count), new Subject("visit", visit.Id));
        if (once is not null)
        {
            work.RememberDone(once, visit.Id);
        }
        return new VisitRecorded(visit.Id, receipts);
    }

    private static Outcome<Words> Decide(RecordVisit command, Drive? drive, Place? place, Act act)
    {
        if (!Permissions.May(act.Who, Capability.RegisterVisit))
        {
            return new NotPermitted();
        }
        if (drive is null)
        {
            return new UnknownDrive();
        }
        if (place is null)
        {
            return new UnknownPlace();
        }
        if (command.On > LocalDay.Of(act.At))
        {
            return new DayInFuture(nameof(command.On));
        }
        if (command.On < drive.From || command.On > drive.To)
        {
            return new OutsideDrive();
        }
        if (command.Households is < 0 or > RecordVisit.MostHouseholds)
        {
            return new HouseholdsOutOfRange(RecordVisit.MostHouseholds);
        }
        if (PlainText.Read(command.Note, nameof(command.Note), RecordVisit.LongestNote).IsRefused(out var refusal, out var note)
            || PlainText.Read(command.VisitorName, nameof(command.VisitorName), RecordVisit.LongestName).IsRefused(out refusal, out var visitor))
        {
            return refusal;
        }
        return new Words(note, visitor);
    }

    private Visit Row(RecordVisit command, Place place, Words words, Act act) => new()
    {
        Id = act.NewId(),
        DriveId = command.DriveId,
        VisitorId = words.Visitor is null ? act.Who.PersonId : null,
        VisitorName = words.Visitor ?? act.Who.Name,
        PlaceCode = place.Code,
        TownCode = place.Code.Length >= 9 ? place.Code[..9] : place.Code,
        UnitId = offices.Current.UnitByCode(act.Who.Office)?.Id,
        On = command.On,
        Households = command.Households,
        Note = words.Note,
        RecordedAt = act.At,
    };

    private readonly record struct Words(string? Note, string? Visitor);
}
