using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Counted;

/// <summary>The ids of all drives by code, read once however many figures ask for one.</summary>
internal sealed class CountedDrives
{
    private Dictionary<string, long>? _ids;

    public async Task<IReadOnlyDictionary<string, long>> ReadAsync(ZhuoluoContext db, CancellationToken cancel) =>
        _ids ??= await db.Set<Drive>().AsNoTracking().Select(d => new { d.Code, d.Id }).ToDictionaryAsync(d => d.Code, d => d.Id, cancel);
}
