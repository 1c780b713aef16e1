using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.DueCalendar;

/// <summary>Makes an address for one's calendar program; an earlier one is worth nothing from then on. Without a new one it only ends.</summary>
internal sealed class FeedHandler(Writer writer)
{
    public Task<Outcome<Done>> KeepAsync(bool isWanted, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        if (act.Who.PersonId is not { } person || !Permissions.May(act.Who, Capability.SeeMatters))
        {
            return new NotPermitted();
        }
        await work.Db.Set<CalendarFeed>().Where(f => f.PersonId == person).ExecuteDeleteAsync(cancel);
        var id = act.NewId();
        if (isWanted)
        {
            work.Db.Add(new CalendarFeed { Id = id, PersonId = person });
        }
        work.Record(new FeedChangedV1(isWanted), new Subject("feed", id));
        return Done.Value;
    }, cancel);
}

/// <summary>The address of a calendar feed was made or ended.</summary>
internal sealed record FeedChangedV1(bool IsOpen) : IEntry
{
    public static string Kind => "feed.changed";
    public static int Version => 1;
}
