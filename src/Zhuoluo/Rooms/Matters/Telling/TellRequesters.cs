using System.ComponentModel;
using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Mailing;
using Zhuoluo.Rooms.Matters.Rate;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>
/// Empties the requesters' outbox. What is due for one matter by one way goes out as one mail or message. At least once, with a Message-ID that
/// stays the same; nothing waits for it.
/// </summary>
internal sealed partial class TellRequesters(
    Writer writer, IDbContextFactory<ZhuoluoContext> reads, Vault vault, MailOptions options, ISmsSender sms, ToldText words, ILogger<TellRequesters> log)
{
    private const int MostTries = 8;
    private const int MostAtOnce = 50;
    private static readonly TimeSpan _claim = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _firstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _tooLate = TimeSpan.FromDays(3);

    /// <summary>How many mails and messages went out.</summary>
    public async Task<int> RunAsync(Act act, CancellationToken cancel)
    {
        if (!options.IsOn && !sms.IsOn)
        {
            return 0;
        }
        await using var db = await reads.CreateDbContextAsync(cancel);
        var due = await db.Set<RequesterMessage>().Where(m => m.SentAt == null && m.DroppedAt == null && m.NextAt <= act.At).OrderBy(m => m.NextAt).ThenBy(m => m.Id).Take(MostAtOnce).ToListAsync(cancel);
        var sent = 0;
        foreach (var group in due.GroupBy(m => (m.MatterId, m.Way)))
        {
            var mine = new List<RequesterMessage>();
            foreach (var message in group)
            {
                if (await ClaimAsync(message, act, cancel))
                {
                    mine.Add(message);
                }
            }
            sent += mine.Count > 0 && await SendAsync(db, mine, act, cancel) ? 1 : 0;
        }
        return sent;
    }

    // Another node may look at the same row: only one moves it on.
    private async Task<bool> ClaimAsync(RequesterMessage message, Act act, CancellationToken cancel)
    {
        var until = act.At + _claim;
        var outcome = await writer.WriteAsync<bool>(act, async work => await work.Db.Set<RequesterMessage>()
            .Where(m => m.Id == message.Id && m.NextAt == message.NextAt && m.SentAt == null && m.DroppedAt == null)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.NextAt, until), cancel) == 1, cancel);
        return outcome.Match(done => done, _ => false);
    }

    private async Task<bool> SendAsync(ZhuoluoContext db, List<RequesterMessage> messages, Act act, CancellationToken cancel)
    {
        var (matterId, way) = (messages[0].MatterId, messages[0].Way);
        messages = [.. await KeepFreshAsync(messages, act, cancel)];
        if (messages.Count == 0)
        {
            return false;
        }
        if (await ReadAsync(db, matterId, way, act.At, cancel) is not { } told)
        {
            await EndAsync(messages, m => m with { DroppedAt = act.At }, act, cancel);
            return false;
        }
        try
        {
            var occasions = messages.Select(m => m.Occasion).Distinct().ToList();
            await (way == TellBy.Mail
                ? Smtp.SendAsync(options, words.Mail(told, occasions, messages[0].Id), cancel)
                : sms.SendAsync(told.Address, words.Sms(told, occasions), cancel));
            await EndAsync(messages, m => m with { SentAt = act.At, Tries = m.Tries + 1 }, act, cancel);
            return true;
        }
        catch (Exception fault) when (fault is SmtpException or InvalidOperationException or FormatException or IOException or HttpRequestException or Win32Exception
            || (fault is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            NotSent(log, fault.GetType().Name);
            await EndAsync(messages, m => m with
            {
                Tries = m.Tries + 1,
                Fault = fault.GetType().Name,
                NextAt = act.At + (_firstWait * Math.Pow(2, m.Tries + 1)),
                DroppedAt = m.Tries + 1 >= MostTries ? act.At : null,
            }, act, cancel);
            return false;
        }
    }

    // News of days ago, when the server comes back or mail is set up at last, would only confuse.
    private async Task<IEnumerable<RequesterMessage>> KeepFreshAsync(List<RequesterMessage> messages, Act act, CancellationToken cancel)
    {
        var old = messages.FindAll(m => m.MadeAt < act.At - _tooLate);
        if (old.Count > 0)
        {
            await EndAsync(old, m => m with { DroppedAt = act.At }, act, cancel);
        }
        return messages.Except(old);
    }

    /// <summary>Null when nothing may be said any more: stopped, erased, the way not set up.</summary>
    private async Task<Told?> ReadAsync(ZhuoluoContext db, long matterId, TellBy by, DateTimeOffset now, CancellationToken cancel)
    {
        var isOn = by == TellBy.Mail ? options.IsOn : sms.IsOn;
        var way = await db.Set<RequesterWay>().AsNoTracking().SingleOrDefaultAsync(w => w.MatterId == matterId && w.StoppedAt == null, cancel);
        var kept = await db.Set<MatterContact>().AsNoTracking().Where(c => c.MatterId == matterId)
            .Join(db.Set<SubjectKey>(), c => c.KeyId, k => k.Id, (c, k) => new { Row = c, Key = k }).SingleOrDefaultAsync(cancel);
        if (!isOn || way is null || kept is null)
        {
            return null;
        }
        var contact = MatterContacts.Open(vault, kept.Key, kept.Row);
        if ((by == TellBy.Mail ? contact.Email : MobileNumber.Of(contact.Phone)) is not { } address)
        {
            return null;
        }
        var matter = await db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == matterId, cancel);
        return new Told(matter, way, address) { RateLink = await RateLinkAsync(db, matter, now, cancel) };
    }

    private async Task<string?> RateLinkAsync(ZhuoluoContext db, Matter matter, DateTimeOffset now, CancellationToken cancel)
    {
        var isAnswered = await db.Set<Answer>().AnyAsync(a => a.MatterId == matter.Id && a.Round == matter.Round && a.IsApproved == true, cancel);
        var isGiven = await db.Set<Rating>().AnyAsync(r => r.MatterId == matter.Id && r.Round == matter.Round && r.GivenAt != null, cancel);
        return !isGiven && RatingOffers.IsRatable(matter.State, isAnswered) && !RatingOffers.IsOver(matter, now) ? RatingOffers.LinkOf(vault, matter) : null;
    }

    private Task<Outcome<Done>> EndAsync(IReadOnlyList<RequesterMessage> messages, Func<RequesterMessage, RequesterMessage> change, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        foreach (var next in messages.Select(change))
        {
            await work.Db.Set<RequesterMessage>().Where(m => m.Id == next.Id).ExecuteUpdateAsync(m => m
                .SetProperty(x => x.SentAt, next.SentAt).SetProperty(x => x.DroppedAt, next.DroppedAt)
                .SetProperty(x => x.Tries, next.Tries).SetProperty(x => x.Fault, next.Fault).SetProperty(x => x.NextAt, next.NextAt), cancel);
        }
        return Done.Value;
    }, cancel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A requester was not told ({Fault}); it will be tried again")]
    private static partial void NotSent(ILogger log, string fault);
}

/// <summary>Whom a message is for, while it is made.</summary>
internal sealed record Told(Matter Matter, RequesterWay Way, string Address)
{
    /// <summary>The one-time link of this round, where there is something to judge and nobody has.</summary>
    public string? RateLink { get; init; }

    // What is printed somewhere shows no address.
    public override string ToString() => Matter.Number;
}
