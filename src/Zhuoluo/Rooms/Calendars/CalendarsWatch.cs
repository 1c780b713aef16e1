using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars.Import;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>Looks every five seconds whether another node or a command changed the calendar, and takes up a recomputation left unfinished.</summary>
internal sealed class CalendarsWatch(Recomputation recomputation, ActFactory acts, TimeProvider time) : RegularJob(TimeSpan.FromSeconds(5), time, log: null)
{
    protected override Task TurnAsync(CancellationToken cancel) => recomputation.RunAsync(acts.New(Actor.Job("recompute-deadlines"), Door.Job), cancel);
}
