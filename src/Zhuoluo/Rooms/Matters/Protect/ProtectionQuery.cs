using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.Windows;

namespace Zhuoluo.Rooms.Matters.Protect;

/// <summary>What the page of a matter says about its protection. Asks nothing for an ordinary one.</summary>
internal sealed class ProtectionQuery(ZhuoluoContext db)
{
    public async Task<Protection?> OfAsync(Matter matter, CancellationToken cancel)
    {
        if (!matter.IsConfidential)
        {
            return null;
        }
        var id = matter.Id;
        var shield = await db.Set<Shield>().SingleOrDefaultAsync(s => s.MatterId == id, cancel);
        return shield is null ? null : new Protection(
            shield,
            await db.Set<WindowMessage>().Where(w => w.MatterId == id).Select(w => (Tone?)w.Tone).SingleOrDefaultAsync(cancel),
            await db.Set<CircleMember>().CountAsync(c => c.MatterId == id, cancel),
            await db.Set<ConflictWaiver>().AnyAsync(w => w.MatterId == id && w.DecidedAt == null, cancel));
    }
}

internal sealed record Protection(Shield Shield, Tone? Tone, int Members, bool IsWaiverOpen);
