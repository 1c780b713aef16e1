using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Projects.Tallying;

namespace Zhuoluo.Rooms.Projects.Lights;

/// <summary>Once a night, at one, every light; at two the tallies are counted anew and put right if wrong.</summary>
internal sealed partial class ProjectJobs(JudgeLights judge, ProjectTallyCheck tallies, ActFactory acts, TimeProvider time, ILogger<ProjectJobs> log)
    : RegularJob(TimeSpan.FromMinutes(5), time, log)
{
    private readonly Nightly _lights = new(hour: 1);
    private readonly Nightly _check = new(hour: 2);

    protected override async Task TurnAsync(CancellationToken cancel)
    {
        if (_lights.IsDue(acts.Now))
        {
            await judge.RunAsync(acts.New(Actor.Job("judge-lights"), Door.Job), cancel);
        }
        if (_check.IsDue(acts.Now))
        {
            await CheckAsync(acts.New(Actor.Job("check-project-tallies"), Door.Job), cancel);
        }
    }

    private async Task CheckAsync(Act act, CancellationToken cancel)
    {
        var wrong = await tallies.CompareAsync(act, cancel);
        if (wrong > 0)
        {
            TalliesWrong(Log!, wrong);
            await tallies.RebuildAsync(act, cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} tallies of projects were wrong and are counted anew")]
    private static partial void TalliesWrong(ILogger log, int count);
}
