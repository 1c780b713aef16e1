using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Attachments;

/// <summary>Photos and files go with the matter: the rows say so, the bytes are taken after the change.</summary>
internal sealed class AttachmentErase : IEraseMatter
{
    public async Task EraseAsync(Work work, long matterId, CancellationToken cancel)
    {
        foreach (var file in await work.Db.Set<Attachment>().Where(a => a.Owner == AttachedTo.Matter && a.OwnerId == matterId && a.RemovedAt == null).ToListAsync(cancel))
        {
            (file.RemovedAt, file.RemovedById, file.RemovedFor, file.IsPublic) = (work.Act.At, work.Act.Who.PersonId, FileRemoval.PersonalData, false);
        }
    }
}
