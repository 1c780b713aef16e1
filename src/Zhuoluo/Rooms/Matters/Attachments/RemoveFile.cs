using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Attachments;

/// <summary>Destroys the bytes of a file, for a reason of the list; the row stays and says so.</summary>
internal sealed record RemoveFile(long FileId, FileRemoval Reason);

internal sealed record NoRemovalReason() : Refusal("no-removal-reason")
{
    public override string? Field => "Reason";
}

internal sealed class RemoveFileHandler(Writer writer, Offices offices, FileSweep sweep)
{
    public async Task<Outcome<Done>> HandleAsync(RemoveFile command, Act act, CancellationToken cancel)
    {
        var outcome = await writer.WriteAsync(act, work => RemoveAsync(work, command, cancel), cancel);
        if (outcome.IsRefused(out var refusal, out var file))
        {
            return refusal;
        }
        // The row is committed first: bytes that this does not reach are an orphan, which the sweeper takes.
        try
        {
            await sweep.DropAsync(file.SmallDigest is { } small ? [file.Digest, small] : [file.Digest], cancel);
        }
        catch (FileStoreAway)
        {
            // The sweeper asks again every hour.
        }
        return Done.Value;
    }

    private async Task<Outcome<Attachment>> RemoveAsync(Work work, RemoveFile command, CancellationToken cancel)
    {
        if (!Permissions.May(work.Act.Who, Capability.RemoveFile))
        {
            return new NotPermitted();
        }
        if (command.Reason == FileRemoval.None || !Enum.IsDefined(command.Reason))
        {
            return new NoRemovalReason();
        }
        var file = await work.Db.Set<Attachment>().SingleOrDefaultAsync(a => a.Id == command.FileId && a.Owner == AttachedTo.Matter && a.RemovedAt == null, cancel);
        if (file is null || !await Sight.Of(work.Act.Who, offices.Current).Seen(work.Db).AnyAsync(m => m.Id == file.OwnerId, cancel))
        {
            return new NotFound("file");
        }
        (file.RemovedAt, file.RemovedById, file.RemovedFor, file.IsPublic) = (work.Act.At, work.Act.Who.PersonId, command.Reason, false);
        work.Record(new MatterFileRemovedV1(command.Reason), new Subject("matter", file.OwnerId));
        return file;
    }
}
