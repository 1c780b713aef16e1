using System.Diagnostics.CodeAnalysis;

namespace Zhuoluo.Data;

/// <summary>Does what waits, one after the other, and rests when nothing does. What failed is shown where it was asked for; the next has its turn.</summary>
internal abstract partial class QueueJob(TimeSpan rest, ILogger log) : BackgroundService
{
    [SuppressMessage("Design", "CA1031", Justification = "Whatever one of them does, the next one must have its turn.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await TurnAsync(stoppingToken))
                {
                    continue;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Failed(fault);
            }
            await Task.Delay(rest, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>False when nothing waited.</summary>
    protected abstract Task<bool> TurnAsync(CancellationToken cancel);

    protected void Failed(Exception fault) => TurnFailed(log, GetType().Name, fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of {Job} failed")]
    private static partial void TurnFailed(ILogger log, string job, Exception fault);
}
