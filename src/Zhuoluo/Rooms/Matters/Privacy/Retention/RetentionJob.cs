using System.Data.Common;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Privacy.Retention;

/// <summary>At two at night it proposes; every ten minutes it works off what was approved, so that a stopped run goes on by itself.</summary>
internal sealed partial class RetentionJob(RetentionHandler retention, ActFactory acts, TimeProvider time, ILogger<RetentionJob> log) : BackgroundService
{
    private const int NightHour = 2;
    private static readonly TimeSpan _rest = TimeSpan.FromMinutes(10);
    private DateOnly _proposedOn;

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
            // Stopping; what is approved and not done is done at the next start.
        }
    }

    private async Task TurnAsync(CancellationToken cancel)
    {
        try
        {
            var now = acts.Now.ToOffset(LocalDay.Offset);
            if (now.Hour == NightHour && _proposedOn != LocalDay.Of(now))
            {
                _proposedOn = LocalDay.Of(now);
                await retention.ProposeAsync(acts.New(Actor.Job("propose-retention"), Door.Job), cancel);
            }
            await retention.WorkOffAsync(() => acts.New(Actor.Job("retention"), Door.Job), cancel);
        }
        catch (DbException fault)
        {
            TurnFailed(log, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of retention failed and will be tried again")]
    private static partial void TurnFailed(ILogger log, Exception fault);
}
