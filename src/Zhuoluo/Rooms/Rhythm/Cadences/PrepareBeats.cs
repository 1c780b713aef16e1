using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Rhythm.Cadences;

/// <summary>Prepares what every cadence asks for. As often as wanted: what is there stays as it is.</summary>
internal sealed class PrepareBeats(Writer writer, Offices offices, CalendarsDoor calendars)
{
    public Task<Outcome<int>> RunAsync(Act act, CancellationToken cancel) => writer.WriteAsync<int>(act, async work =>
    {
        var running = work.Db.Set<Cadence>().Where(c => c.EndedOn == null);
        var plans = await CadencePlan.ReadAsync(work.Db, running, cancel);
        var added = 0;
        foreach (var cadence in await running.OrderBy(c => c.Id).ToListAsync(cancel))
        {
            added += await BeatsPrepared.AddAsync(work, cadence, plans[cadence.Id], calendars.Calendar, offices.Current, cancel);
        }
        return added;
    }, cancel);
}

/// <summary>Once on every day, soon after it has begun or the server has started.</summary>
internal sealed class RhythmJobs(PrepareBeats prepare, ActFactory acts, TimeProvider time, ILogger<RhythmJobs> log) : RegularJob(TimeSpan.FromMinutes(10), time, log)
{
    private DateOnly _last;

    protected override async Task TurnAsync(CancellationToken cancel)
    {
        var today = LocalDay.Of(acts.Now);
        if (_last != today)
        {
            await prepare.RunAsync(acts.New(Actor.Job("prepare-beats"), Door.Job), cancel);
            _last = today;
        }
    }
}
