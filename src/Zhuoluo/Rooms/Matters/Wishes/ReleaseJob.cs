using System.Data.Common;
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

internal sealed partial class ReleaseJob(ReleaseClaims release, ActFactory acts, TimeProvider time, ILogger<ReleaseJob> log) : BackgroundService
{
    private static readonly TimeSpan _rest = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_rest, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TurnAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping; what is left is done at the next start.
        }
    }

    private async Task TurnAsync(CancellationToken cancel)
    {
        try
        {
            await release.RunAsync(acts.New(Actor.Job("release-claims"), Door.Job), cancel);
        }
        catch (DbException fault)
        {
            TurnFailed(log, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Releasing claims failed and will be tried again")]
    private static partial void TurnFailed(ILogger log, Exception fault);
}
