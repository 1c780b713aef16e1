using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.Track;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Attachments;

/// <summary>Whether this request may read this file.</summary>
internal sealed class FileWatch(ZhuoluoContext db, Offices offices, TrackCookie cookie, RequesterDoor door)
{
    private const int TokenLength = 20;

    /// <summary>The file, or null for a token of nothing, of something removed, and of something that the asker may not see.</summary>
    public async Task<Attachment?> SeenAsync(string token, HttpContext context, CancellationToken cancel)
    {
        if (token.Length != TokenLength || await db.Set<Attachment>().SingleOrDefaultAsync(a => a.Token == token && a.RemovedAt == null, cancel) is not { } file)
        {
            return null;
        }
        var isSeen = file.Owner == AttachedTo.Wish
            ? context.May(Capability.SeeWishes)
            : await IsShownAsync(file, cancel) || await IsSeenByStaffAsync(file, context, cancel) || await IsRequestersAsync(file, context, cancel);
        return isSeen ? file : null;
    }

    private async Task<bool> IsShownAsync(Attachment file, CancellationToken cancel) =>
        file.IsPublic && await db.Set<Matter>().AnyAsync(m => m.Id == file.OwnerId && m.IsPublic && !m.IsConfidential, cancel);

    private async Task<bool> IsSeenByStaffAsync(Attachment file, HttpContext context, CancellationToken cancel) =>
        context.May(Capability.SeeMatters)
        && await Sight.Of(context.Actor(), offices.Current).Seen(db).AnyAsync(m => m.Id == file.OwnerId, cancel);

    private async Task<bool> IsRequestersAsync(Attachment file, HttpContext context, CancellationToken cancel)
    {
        if (cookie.Read(context) is not { } kept
            || (await door.FindAsync(kept.Number, kept.Code, context.Address(), context.Act().At, cancel)).IsRefused(out _, out var matter)
            || matter.Id != file.OwnerId)
        {
            return false;
        }
        return await AttachmentQuery.ForRequester(db, db.Set<Attachment>().Where(a => a.Id == file.Id)).AnyAsync(cancel);
    }
}
