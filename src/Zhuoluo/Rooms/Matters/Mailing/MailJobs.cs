using System.Data.Common;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Mailing;

/// <summary>Once a minute: what is to be mailed goes into the outbox, what is due goes out.</summary>
internal sealed partial class MailJobs(FillOutbox fill, SendMails send, MailOptions options, ActFactory acts, TimeProvider time, ILogger<MailJobs> log) : BackgroundService
{
    private static readonly TimeSpan _rest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.IsOn)
        {
            return;
        }
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
            await fill.RunAsync(acts.New(Actor.Job("fill-outbox"), Door.Job), cancel);
            await send.RunAsync(acts.New(Actor.Job("send-mails"), Door.Job), cancel);
        }
        catch (DbException fault)
        {
            TurnFailed(log, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of the mail jobs failed and will be tried again")]
    private static partial void TurnFailed(ILogger log, Exception fault);
}
