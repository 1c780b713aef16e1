using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Mailing;

/// <summary>
/// Puts into the outbox what people chose to be mailed. Notices are looked at again for an hour, since their ids may become visible
/// out of order; the mark keeps each from going out twice.
/// </summary>
internal sealed class FillOutbox(Writer writer, Staff staff, Offices offices, IEnumerable<IToDo> rooms, IDbContextFactory<ZhuoluoContext> reads)
{
    private static readonly TimeSpan _lookBack = TimeSpan.FromHours(1);

    public async Task<int> RunAsync(Act act, CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        var choices = await db.Set<NoticeChoice>().Where(c => c.AddressSealed != null && (c.AtOnce != 0 || c.Daily != 0)).ToListAsync(cancel);
        var mails = new List<OutgoingMail>();
        var told = new List<NoticeChoice>();
        foreach (var choice in choices)
        {
            if (await staff.ActorAsync(choice.PersonId, act.At, cancel) is { Grants.Count: > 0 } who)
            {
                mails.AddRange(await AtOnceAsync(db, who, choice, act, cancel));
                if (await DailyAsync(db, who, choice, act, cancel) is { } daily)
                {
                    told.Add(daily.Choice);
                    mails.AddRange(daily.Mail is { } mail ? [mail] : []);
                }
            }
        }
        return mails.Count + told.Count == 0 ? 0 : await SaveAsync(mails, told, act, cancel);
    }

    private async Task<List<OutgoingMail>> AtOnceAsync(ZhuoluoContext db, Actor who, NoticeChoice choice, Act act, CancellationToken cancel)
    {
        var kinds = NoticeReaders.Kinds(choice.AtOnce);
        var since = act.At - _lookBack;
        var fresh = await NoticeReaders.Of(db, who, offices.Current).Where(n => n.At >= since && n.Id > choice.ReadTo && kinds.Contains(n.Kind)).Select(n => n.Id).ToListAsync(cancel);
        if (AlarmNotices.KindsOf(who).Count > 0)
        {
            fresh.AddRange(await AlarmNotices.Of(db, who, offices.Current).Where(n => n.At >= since && n.Id > choice.ReadTo && kinds.Contains(n.Kind)).Select(n => n.Id).ToListAsync(cancel));
        }
        return [.. fresh.Select(id => new OutgoingMail
        {
            Id = act.NewId(),
            PersonId = choice.PersonId,
            FromNoticeId = id,
            ToNoticeId = id,
            IsDaily = false,
            Mark = string.Create(CultureInfo.InvariantCulture, $"once/{choice.PersonId}/{id}"),
            MadeAt = act.At,
            NextAt = QuietHours.NextAfter(act.At, choice.QuietFrom, choice.QuietTo),
        })];
    }

    private async Task<(NoticeChoice Choice, OutgoingMail? Mail)?> DailyAsync(ZhuoluoContext db, Actor who, NoticeChoice choice, Act act, CancellationToken cancel)
    {
        var local = act.At.ToOffset(LocalDay.Offset);
        if (choice.Daily == 0 || local.Hour < choice.DailyHour || choice.DailyOn == LocalDay.Of(act.At))
        {
            return null;
        }
        var kinds = NoticeReaders.Kinds(choice.Daily);
        // The first daily mail tells of the last day, not of years.
        var since = act.At - TimeSpan.FromDays(1) - _lookBack;
        var newest = await NoticeReaders.Of(db, who, offices.Current).Where(n => n.Id > choice.DailyTo && n.At >= since && kinds.Contains(n.Kind))
            .MaxAsync(n => (long?)n.Id, cancel);
        if (AlarmNotices.KindsOf(who).Count > 0
            && await AlarmNotices.Of(db, who, offices.Current).Where(n => n.Id > choice.DailyTo && n.At >= since && kinds.Contains(n.Kind)).MaxAsync(n => (long?)n.Id, cancel) is { } alarm)
        {
            newest = Math.Max(newest ?? 0, alarm);
        }
        if (newest is null && (await ToDoDigest.ReadAsync(rooms, db, choice, new ToDoAsk(who, act.At, offices.Current, 1), cancel)).Count > 0)
        {
            newest = choice.DailyTo;
        }
        var next = choice with { DailyOn = LocalDay.Of(act.At), DailyTo = newest ?? choice.DailyTo };
        return (next, newest is { } to ? new OutgoingMail
        {
            Id = act.NewId(),
            PersonId = choice.PersonId,
            FromNoticeId = choice.DailyTo,
            ToNoticeId = to,
            IsDaily = true,
            Mark = string.Create(CultureInfo.InvariantCulture, $"daily/{choice.PersonId}/{next.DailyOn:yyyyMMdd}"),
            MadeAt = act.At,
            NextAt = QuietHours.NextAfter(act.At, choice.QuietFrom, choice.QuietTo),
        } : null);
    }

    private async Task<int> SaveAsync(List<OutgoingMail> mails, List<NoticeChoice> told, Act act, CancellationToken cancel)
    {
        var outcome = await writer.WriteAsync<int>(act, async work =>
        {
            var marks = mails.ConvertAll(m => m.Mark);
            var known = (await work.Db.Set<OutgoingMail>().AsNoTracking().Where(m => marks.Contains(m.Mark)).Select(m => m.Mark).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
            var fresh = mails.Where(m => known.Add(m.Mark)).ToList();
            work.Db.AddRange(fresh);
            foreach (var choice in told)
            {
                await work.Db.Set<NoticeChoice>().Where(c => c.PersonId == choice.PersonId)
                    .ExecuteUpdateAsync(c => c.SetProperty(x => x.DailyOn, choice.DailyOn).SetProperty(x => x.DailyTo, choice.DailyTo), cancel);
            }
            return fresh.Count;
        }, cancel);
        return outcome.Match(count => count, _ => 0);
    }
}
