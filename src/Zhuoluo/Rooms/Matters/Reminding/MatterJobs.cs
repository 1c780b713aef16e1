using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Tallying;

namespace Zhuoluo.Rooms.Matters.Reminding;

/// <summary>The jobs of this room: reminders every five minutes; once a night, at three, the tallies are counted anew and put right if wrong.</summary>
internal sealed partial class MatterJobs(RemindUnits remind, TallyCheck tallies, ActFactory acts, TimeProvider time, ILogger<MatterJobs> log)
    : RegularJob(TimeSpan.FromMinutes(5), time, log)
{
    private readonly Nightly _check = new(hour: 3);

    protected override async Task TurnAsync(CancellationToken cancel)
    {
        await remind.RunAsync(acts.New(Actor.Job("remind-units"), Door.Job), cancel);
        if (_check.IsDue(acts.Now))
        {
            await CheckAsync(cancel);
        }
    }

    private async Task CheckAsync(CancellationToken cancel)
    {
        var act = acts.New(Actor.Job("check-tallies"), Door.Job);
        var wrong = await tallies.CompareAsync(act, cancel);
        if (wrong.Count > 0)
        {
            TalliesWrong(Log!, wrong.Count);
            await tallies.RebuildAsync(act, cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} tallies were wrong and are counted anew")]
    private static partial void TalliesWrong(ILogger log, int count);
}
