using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Rate;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>The one-time link goes to the requester again. Who calls requesters back asks for it, never the unit that is judged; nobody of the staff sees it.</summary>
internal sealed record SendRatingLink(long MatterId)
{
    /// <summary>A round; asked more often, it is pressing.</summary>
    public const int Most = 2;
}

internal sealed record RatingLinkSentV1(int Round) : IEntry
{
    public static string Kind => "rating.link-sent";
    public static int Version => 1;
}

/// <summary>The requester left no address for messages, or wants none any more.</summary>
internal sealed record NoWayToTell() : Refusal("no-way-to-tell");

internal sealed record LinkSentOften(int Most) : Refusal("link-sent-often")
{
    public override IReadOnlyList<object> Arguments => [Most];
}

internal sealed class SendRatingLinkHandler(Writer writer, Offices offices)
{
    public Task<Outcome<Done>> HandleAsync(SendRatingLink command, Act act, CancellationToken cancel) => writer.WriteAsync(act, work => SendAsync(work, command, cancel), cancel);

    /// <summary>What speaks against it; null when it may go. Pure.</summary>
    public static Refusal? Decide(Matter matter, RequesterWay? way, bool isAnswered, bool isGiven, int sent, DateTimeOffset now) =>
        way is not { StoppedAt: null } ? new NoWayToTell()
        : isGiven ? new AlreadyRated()
        : !RatingOffers.IsRatable(matter.State, isAnswered) ? new NotRatableYet()
        : RatingOffers.IsOver(matter, now) ? new RatingTooLate(RatingOffers.Days)
        : sent >= SendRatingLink.Most ? new LinkSentOften(SendRatingLink.Most)
        : null;

    private async Task<Outcome<Done>> SendAsync(Work work, SendRatingLink command, CancellationToken cancel)
    {
        var (db, act) = (work.Db, work.Act);
        if (!Permissions.May(act.Who, Capability.CallBack))
        {
            return new NotPermitted();
        }
        if (await Sight.Of(act.Who, offices.Current).Seen(db).AsNoTracking().SingleOrDefaultAsync(m => m.Id == command.MatterId, cancel) is not { } matter)
        {
            return new NotFound("matter");
        }
        var way = await db.Set<RequesterWay>().AsNoTracking().SingleOrDefaultAsync(w => w.MatterId == matter.Id, cancel);
        var isAnswered = await db.Set<Answer>().AnyAsync(a => a.MatterId == matter.Id && a.Round == matter.Round && a.IsApproved == true, cancel);
        var isGiven = await db.Set<Rating>().AnyAsync(r => r.MatterId == matter.Id && r.Round == matter.Round && r.GivenAt != null, cancel);
        var sent = await db.Set<RequesterMessage>().Where(m => m.MatterId == matter.Id && m.Round == matter.Round && m.Occasion == Occasion.RatingLink).Select(m => m.MadeAt).Distinct().CountAsync(cancel);
        if (Decide(matter, way, isAnswered, isGiven, sent, act.At) is { } refusal)
        {
            return refusal;
        }
        db.AddRange(ToldRows.Messages(way!, Occasion.RatingLink, matter.Round, string.Create(CultureInfo.InvariantCulture, $"link/{matter.Id}/{matter.Round}/{sent + 1}"), act.At, act));
        work.Record(new RatingLinkSentV1(matter.Round), new Subject("matter", matter.Id));
        return Done.Value;
    }
}
