using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Files;

namespace Zhuoluo.Rooms.Matters.Attachments;

/// <summary>Which bytes attachments still need.</summary>
internal sealed class AttachmentUse(IDbContextFactory<ZhuoluoContext> reads) : IFileUse
{
    public async Task<IReadOnlyCollection<string>> UsedAsync(IReadOnlyCollection<string> digests, CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        var live = db.Set<Attachment>().Where(a => a.RemovedAt == null);
        var whole = await live.Where(a => digests.Contains(a.Digest)).Select(a => a.Digest).ToListAsync(cancel);
        var small = await live.Where(a => digests.Contains(a.SmallDigest!)).Select(a => a.SmallDigest!).ToListAsync(cancel);
        return [.. whole, .. small];
    }
}
