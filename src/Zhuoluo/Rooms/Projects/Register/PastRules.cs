using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Projects.Deeds;

namespace Zhuoluo.Rooms.Projects.Register;

/// <summary>What is told of the past must hang together: nothing in the future, nothing before what it follows.</summary>
internal static class PastRules
{
    public static Refusal? Refuse(PastProject past, DateOnly today)
    {
        DateOnly?[] days = [past.StartedOn, past.PartBuiltOn, past.CompletedOn, past.AcceptedOn, past.ClosedOn];
        if (past.AsOf > today || days.Any(d => d > today))
        {
            return new DayInFuture(nameof(past.AsOf));
        }
        var before = past.StartedOn;
        foreach (var day in days.OfType<DateOnly>())
        {
            if (before is { } first && day < first)
            {
                return new BeforeDay(nameof(past.CompletedOn), first);
            }
            before = day;
        }
        var needsDay = (past.State.IsDone() && past.CompletedOn is null) || (past.State.IsClosed() && past.ClosedOn is null);
        return past.Done < 0 || needsDay ? new UnknownValue(nameof(past.State)) : null;
    }
}
