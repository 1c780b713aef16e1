using System.Data.Common;

namespace Zhuoluo.Data;

/// <summary>
/// Takes its turn again and again, resting before each, until the server stops; what is left is done after the next start. A turn that
/// failed for a reason that passes, such as a database that is away, is tried again at the next.
/// </summary>
/// <param name="rest">Between two turns.</param>
/// <param name="time">The clock it rests by.</param>
/// <param name="log">Told of failed turns; null where /health shows what is wrong anyway.</param>
internal abstract partial class RegularJob(TimeSpan rest, TimeProvider time, ILogger? log) : BackgroundService
{
    protected ILogger? Log => log;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(rest, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryTurnAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    protected async Task TryTurnAsync(CancellationToken cancel)
    {
        try
        {
            await TurnAsync(cancel);
        }
        catch (Exception fault) when (Passes(fault))
        {
            if (log is not null)
            {
                TurnFailed(log, GetType().Name, fault);
            }
        }
    }

    protected abstract Task TurnAsync(CancellationToken cancel);

    /// <summary>Whether it is worth another try.</summary>
    protected virtual bool Passes(Exception fault) => fault is DbException;

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of {Job} failed and will be tried again")]
    private static partial void TurnFailed(ILogger log, string job, Exception fault);
}
