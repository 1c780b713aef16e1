using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Drives;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>Opens a drive or changes it; answers with its id.</summary>
internal sealed class KeepDriveHandler(Writer writer)
{
    public Task<Outcome<long>> HandleAsync(KeepDrive command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => KeepAsync(work, command, cancel), cancel);

    private static async Task<Outcome<long>> KeepAsync(Work work, KeepDrive command, CancellationToken cancel)
    {
        if (Decide(command, work.Act).IsRefused(out var refusal, out var name))
        {
            return refusal;
        }
        var once = command.OnceKey is null ? null : $"drive\n{work.Act.Who.PersonId}\n{command.OnceKey}";
        if (once is not null && await work.DoneBeforeAsync(once, cancel) is { } earlier)
        {
            return earlier;
        }
        var drive = await work.Db.Set<Drive>().SingleOrDefaultAsync(d => command.Id == null ? d.Code == command.Code : d.Id == command.Id, cancel);
        if (command.Id is null)
        {
            return drive is null ? Open(work, command with { Name = name }, once) : new CodeTaken();
        }
        if (drive is null)
        {
            return new NotFound("drive");
        }
        (drive.Name, drive.From, drive.To) = (name, command.From, command.To);
        (drive.LabelVisitors, drive.LabelHouseholds) = (command.LabelVisitors, command.LabelHouseholds);
        work.Record(new DriveChangedV1(new Code(drive.Code), drive.From, drive.To), new Subject("drive", drive.Id));
        return drive.Id;
    }

    private static Outcome<string> Decide(KeepDrive command, Act act)
    {
        if (!Permissions.May(act.Who, Capability.ManageDrives))
        {
            return new NotPermitted();
        }
        if (command.Id is null && Code.OrNull(command.Code) is null)
        {
            return new UnreadableCode();
        }
        if (PlainText.Read(command.Name, nameof(command.Name), KeepDrive.LongestName).IsRefused(out var refusal, out var name))
        {
            return refusal;
        }
        if (name is null)
        {
            return new Missing(nameof(command.Name));
        }
        return command.To < command.From ? new PeriodReversed() : name;
    }

    private static long Open(Work work, KeepDrive command, string? once)
    {
        var drive = new Drive
        {
            Id = work.Act.NewId(),
            Code = command.Code,
            Name = command.Name,
            Kind = command.Kind,
            From = command.From,
            To = command.To,
            LabelVisitors = command.LabelVisitors,
            LabelHouseholds = command.LabelHouseholds,
        };
        work.Db.Add(drive);
        if (once is not null)
        {
            work.RememberDone(once, drive.Id);
        }
        work.Record(new DriveOpenedV1(new Code(drive.Code), drive.Kind, drive.From, drive.To), new Subject("drive", drive.Id));
        return drive.Id;
    }
}
