using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>
/// Writes of this room: one at a time across all nodes (the version row is locked first), and the snapshot is up to date
/// when the caller goes on, so that the next page shows what was just changed.
/// </summary>
internal sealed class OrganisationWriter(Writer writer, Offices offices)
{
    public async Task<Outcome<T>> WriteAsync<T>(Act act, Func<Work, Task<Outcome<T>>> job, CancellationToken cancel)
    {
        var outcome = await writer.WriteAsync<T>(act, async work =>
        {
            await work.Db.Set<OrganisationVersion>().Where(v => v.Id == OrganisationVersion.TheOne)
                .ExecuteUpdateAsync(v => v.SetProperty(x => x.Number, x => x.Number + 1), cancel);
            return await job(work);
        }, cancel);
        await offices.RefreshAsync(cancel);
        return outcome;
    }
}
