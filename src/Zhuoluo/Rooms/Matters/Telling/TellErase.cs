using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>With the contact goes how and of what its owner was told, and what supervisors were told about the matter.</summary>
internal sealed class TellErase : IEraseMatter
{
    public async Task EraseAsync(Work work, long matterId, CancellationToken cancel)
    {
        await work.Db.Set<RequesterMessage>().Where(m => m.MatterId == matterId).ExecuteDeleteAsync(cancel);
        await work.Db.Set<RequesterWay>().Where(w => w.MatterId == matterId).ExecuteDeleteAsync(cancel);
        await work.Db.Set<AlarmNotice>().Where(n => n.MatterId == matterId).ExecuteDeleteAsync(cancel);
    }
}
