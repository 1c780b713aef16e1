using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>What a requester has been told and will be; null where nobody asked to be told. Who may see the matter is the caller's question.</summary>
internal sealed class ToldQuery(ZhuoluoContext db, SqliteReads reads, Vault vault)
{
    private const string Any = "SELECT 1 FROM requester_way WHERE matter_id = $1";

    public async Task<ToldShown?> OfAsync(Matter matter, DateTimeOffset now, CancellationToken cancel)
    {
        if (!reads.MayHave(Any, matter.Id) || await db.Set<RequesterWay>().AsNoTracking().SingleOrDefaultAsync(w => w.MatterId == matter.Id, cancel) is not { } way)
        {
            return null;
        }
        var messages = await db.Set<RequesterMessage>().AsNoTracking().Where(m => m.MatterId == matter.Id).OrderBy(m => m.Id).ToListAsync(cancel);
        var isAnswered = await db.Set<Answer>().AnyAsync(a => a.MatterId == matter.Id && a.Round == matter.Round && a.IsApproved == true, cancel);
        var isGiven = await db.Set<Rating>().AnyAsync(r => r.MatterId == matter.Id && r.Round == matter.Round && r.GivenAt != null, cancel);
        var sent = messages.Where(m => m.Occasion == Occasion.RatingLink && m.Round == matter.Round).DistinctBy(m => m.MadeAt).Count();
        return new ToldShown(way, messages) { CanSendLink = SendRatingLinkHandler.Decide(matter, way, isAnswered, isGiven, sent, now) is null };
    }

    /// <summary>For the requester: where messages go, enough to know one's own address by.</summary>
    public async Task<OwnTold?> OfRequesterAsync(Matter matter, DateTimeOffset now, CancellationToken cancel)
    {
        if (await OfAsync(matter, now, cancel) is not { } shown)
        {
            return null;
        }
        var kept = await db.Set<MatterContact>().AsNoTracking().Where(c => c.MatterId == matter.Id)
            .Join(db.Set<SubjectKey>(), c => c.KeyId, k => k.Id, (c, k) => new { Row = c, Key = k }).SingleOrDefaultAsync(cancel);
        if (kept is null)
        {
            return null;
        }
        var email = MatterContacts.Open(vault, kept.Key, kept.Row).Email;
        return new OwnTold(shown, MaskedMail.Of(email), StopTokens.LinkOf(vault, matter)) { Form = new TellForm { Email = email, BySms = shown.Way.BySms } };
    }
}

internal sealed record ToldShown(RequesterWay Way, IReadOnlyList<RequesterMessage> Messages)
{
    /// <summary>Whether the rating link may be sent again now.</summary>
    public bool CanSendLink { get; init; }

    /// <summary>Text key of how far a message is.</summary>
    public static string StateOf(RequesterMessage message) =>
        message.SentAt is not null ? "tell.state.sent" : message.DroppedAt is not null ? "tell.state.dropped" : message.Tries > 0 ? "tell.state.again" : "tell.state.waiting";

    public static string ToneOf(RequesterMessage message) =>
        message.SentAt is not null ? "good" : message.DroppedAt is not null ? "bad" : "wait";
}

internal sealed record OwnTold(ToldShown Shown, string? Mail, string StopLink)
{
    /// <summary>As chosen now, to be changed.</summary>
    public required TellForm Form { get; init; }
}

/// <summary>w***@e***.cn: its owner knows it, nobody else can use it.</summary>
internal static class MaskedMail
{
    public static string? Of(string? address)
    {
        if (address?.Split('@') is not [{ Length: > 0 } name, { Length: > 0 } host])
        {
            return null;
        }
        var end = host[host.LastIndexOf('.')..];
        return $"{name[0]}***@{host[0]}***{end}";
    }
}
