using System.Data.Common;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Exchange.Webhooks;

/// <summary>Every ten seconds: deliveries that are due.</summary>
internal sealed partial class WebhookJobs(SendWebhooks send, ActFactory acts, TimeProvider time, ILogger<WebhookJobs> log) : BackgroundService
{
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(10);

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
            // Stopping; what is left is sent after the next start.
        }
    }

    private async Task TurnAsync(CancellationToken cancel)
    {
        try
        {
            await send.RunAsync(acts.New(Actor.Job("send-webhooks"), Door.Job), cancel);
        }
        catch (DbException fault)
        {
            TurnFailed(log, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of the webhook job failed and will be tried again")]
    private static partial void TurnFailed(ILogger log, Exception fault);
}
