using System.Data.Common;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars.Import;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>Looks every five seconds whether another node or a command changed the calendar, and takes up a recomputation left unfinished.</summary>
internal sealed class CalendarsWatch(Recomputation recomputation, ActFactory acts, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_rest, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                await recomputation.RunAsync(acts.New(Actor.Job("recompute-deadlines"), Door.Job), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (DbException)
            {
                // /health shows that the database is away; the next look tries again.
            }
        }
    }
}
