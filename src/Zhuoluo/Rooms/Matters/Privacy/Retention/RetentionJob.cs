using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Privacy.Retention;

/// <summary>At two at night it proposes; every ten minutes it works off what was approved, so that a stopped run goes on by itself.</summary>
internal sealed class RetentionJob(RetentionHandler retention, ActFactory acts, TimeProvider time, ILogger<RetentionJob> log) : RegularJob(TimeSpan.FromMinutes(10), time, log)
{
    private readonly Nightly _propose = new(hour: 2);

    protected override async Task TurnAsync(CancellationToken cancel)
    {
        if (_propose.IsDue(acts.Now))
        {
            await retention.ProposeAsync(acts.New(Actor.Job("propose-retention"), Door.Job), cancel);
        }
        await retention.WorkOffAsync(() => acts.New(Actor.Job("retention"), Door.Job), cancel);
    }
}
