using System.Data.Common;
using Zhuoluo.Rooms.Organisation.SignIn;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>Looks every two seconds whether another node or a command changed units, places or people, or ended sessions.</summary>
internal sealed class OfficesWatch(Offices offices, SessionBook sessions, TimeProvider time) : BackgroundService
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
                await sessions.RefreshAsync(stoppingToken);
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
