using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Wishes;

/// <summary>A claim that is not kept goes back to the wall: three days after its time, so that whoever claimed has been reminded on their page.</summary>
internal sealed class ReleaseClaims(IDbContextFactory<ZhuoluoContext> reads, DoWishHandler handler)
{
    public static readonly TimeSpan Grace = TimeSpan.FromDays(3);

    public async Task<int> RunAsync(Act act, CancellationToken cancel)
    {
        var late = act.At - Grace;
        await using var db = await reads.CreateDbContextAsync(cancel);
        var numbers = await db.Set<Wish>().Where(w => w.State == WishState.Claimed && w.DueAt < late).Select(w => new { w.Number, w.Version }).ToListAsync(cancel);
        var released = 0;
        foreach (var wish in numbers)
        {
            // The version tells a claim that moved meanwhile.
            var outcome = await handler.HandleAsync(new WishDeed(wish.Number, WishVerb.Release, wish.Version) { Text = "overdue" }, act, cancel);
            released += outcome.IsRefused(out _, out _) ? 0 : 1;
        }
        return released;
    }
}

internal sealed class ReleaseJob(ReleaseClaims release, ActFactory acts, TimeProvider time, ILogger<ReleaseJob> log) : RegularJob(TimeSpan.FromHours(1), time, log)
{
    protected override Task TurnAsync(CancellationToken cancel) => release.RunAsync(acts.New(Actor.Job("release-claims"), Door.Job), cancel);
}
