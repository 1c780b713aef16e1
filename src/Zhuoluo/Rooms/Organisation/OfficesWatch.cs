using System.Data.Common;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>Looks every two seconds whether another node or a command changed units, places or people.</summary>
internal sealed class OfficesWatch(Offices offices, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_rest, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                await offices.RefreshAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (DbException)
            {
                // /health shows that the database is away; the snapshot stays as it is and the next look tries again.
            }
        }
    }
}
