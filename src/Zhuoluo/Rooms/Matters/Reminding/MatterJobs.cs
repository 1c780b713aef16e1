using System.Data.Common;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Tallying;

namespace Zhuoluo.Rooms.Matters.Reminding;

/// <summary>The jobs of this room: reminders every five minutes; once a night, at three, the tallies are counted anew and put right if wrong.</summary>
internal sealed partial class MatterJobs(RemindUnits remind, TallyCheck tallies, ActFactory acts, TimeProvider time, ILogger<MatterJobs> log) : BackgroundService
{
    private const int NightHour = 3;
    private static readonly TimeSpan _rest = TimeSpan.FromMinutes(5);
    private DateOnly _checkedOn;

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
            await remind.RunAsync(acts.New(Actor.Job("remind-units"), Door.Job), cancel);
            var now = acts.Now.ToOffset(LocalDay.Offset);
            if (now.Hour == NightHour && _checkedOn != LocalDay.Of(now))
            {
                _checkedOn = LocalDay.Of(now);
                await CheckAsync(cancel);
            }
        }
        catch (DbException fault)
        {
            TurnFailed(log, fault);
        }
    }

    private async Task CheckAsync(CancellationToken cancel)
    {
        var act = acts.New(Actor.Job("check-tallies"), Door.Job);
        var wrong = await tallies.CompareAsync(act, cancel);
        if (wrong.Count > 0)
        {
            TalliesWrong(log, wrong.Count);
            await tallies.RebuildAsync(act, cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of the jobs of matters failed and will be tried again")]
    private static partial void TurnFailed(ILogger log, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} tallies were wrong and are counted anew")]
    private static partial void TalliesWrong(ILogger log, int count);
}
