using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files.Scanning;

namespace Zhuoluo.Rooms.Files.Sweeping;

/// <summary>Sweeps the store once an hour; idempotent, so several nodes may.</summary>
internal sealed partial class SweepJob(FileSweep sweep, Quarantine quarantine, ActFactory acts, TimeProvider time, ILogger<SweepJob> log) : BackgroundService
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
            // Stopping; the next start sweeps what is left.
        }
    }

    private async Task TurnAsync(CancellationToken cancel)
    {
        try
        {
            quarantine.Sweep(acts.Now);
            var gone = await sweep.RunAsync(acts.Now, cancel);
            if (gone > 0)
            {
                Swept(log, gone);
            }
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or System.Data.Common.DbException)
        {
            TurnFailed(log, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} files that no row names were taken away")]
    private static partial void Swept(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sweeping the files failed and will be tried again")]
    private static partial void TurnFailed(ILogger log, Exception fault);
}
