using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;

namespace Zhuoluo.Rooms.Matters.Privacy;

/// <summary>After an erasure: what is left of it in the files goes too. Run once for a batch, not for each matter.</summary>
internal sealed class Sweeper(Writer writer, DatabaseOptions options, IDbContextFactory<ZhuoluoContext> reads, FileSweep files)
{
    private static readonly TimeSpan _late = TimeSpan.FromDays(1);

    public async Task RunAsync(Act act, CancellationToken cancel)
    {
        await writer.WriteAsync<Done>(act, async work =>
        {
            await SecureDelete.RewriteIndexAsync(work.Db, cancel);
            return Done.Value;
        }, cancel);
        await files.DropAsync(await DigestsAsync(act.At - _late, cancel), cancel);
        await SecureDelete.FoldLogAsync(options, cancel);
    }

    private async Task<IEnumerable<string>> DigestsAsync(DateTimeOffset since, CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        var removed = await db.Set<Attachment>().Where(a => a.RemovedFor == FileRemoval.PersonalData && a.RemovedAt > since)
            .Select(a => new { a.Digest, a.SmallDigest }).ToListAsync(cancel);
        return removed.SelectMany(a => new[] { a.Digest, a.SmallDigest }).OfType<string>().Distinct();
    }
}
