using System.Globalization;
using System.Net.Mail;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Mailing;

/// <summary>
/// Empties the outbox: at least once, each mail with a Message-ID that stays the same, so that a second copy is known for one. Nothing
/// waits for it. A mail says number, kind and address of a matter, never its title or anybody's name.
/// </summary>
internal sealed partial class SendMails(
    Writer writer, Staff staff, Offices offices, IEnumerable<IToDo> rooms, IDbContextFactory<ZhuoluoContext> reads, Vault vault, MailOptions options, Texts texts, ILogger<SendMails> log)
{
    private const int MostTries = 8;
    private const int MostAtOnce = 50;
    private const int MostLines = 50;
    private static readonly TimeSpan _claim = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _firstWait = TimeSpan.FromMinutes(1);

    public async Task<int> RunAsync(Act act, CancellationToken cancel)
    {
        if (!options.IsOn)
        {
            return 0;
        }
        await using var db = await reads.CreateDbContextAsync(cancel);
        var due = await db.Set<OutgoingMail>().Where(m => m.SentAt == null && m.DroppedAt == null && m.NextAt <= act.At).OrderBy(m => m.NextAt).Take(MostAtOnce).ToListAsync(cancel);
        var sent = 0;
        foreach (var mail in due)
        {
            sent += await ClaimAsync(mail, act, cancel) && await SendAsync(db, mail, act, cancel) ? 1 : 0;
        }
        return sent;
    }

    // Another node may look at the same row: only one moves it on.
    private async Task<bool> ClaimAsync(OutgoingMail mail, Act act, CancellationToken cancel)
    {
        var until = act.At + _claim;
        var outcome = await writer.WriteAsync<bool>(act, async work => await work.Db.Set<OutgoingMail>()
            .Where(m => m.Id == mail.Id && m.NextAt == mail.NextAt && m.SentAt == null)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.NextAt, until), cancel) == 1, cancel);
        return outcome.Match(done => done, _ => false);
    }

    private async Task<bool> SendAsync(ZhuoluoContext db, OutgoingMail mail, Act act, CancellationToken cancel)
    {
        var choice = await db.Set<NoticeChoice>().SingleOrDefaultAsync(c => c.PersonId == mail.PersonId, cancel);
        var who = await staff.ActorAsync(mail.PersonId, act.At, cancel);
        if (choice is not { KeyId: { } keyId, AddressSealed: not null } || who is not { Grants.Count: > 0 })
        {
            return await EndAsync(mail with { DroppedAt = act.At }, act, cancel);
        }
        var lines = await LinesAsync(db, mail, choice, who, cancel);
        var toDo = mail.IsDaily ? await ToDoDigest.ReadAsync(rooms, db, choice, new ToDoAsk(who, act.At, offices.Current, 1), cancel) : [];
        if (lines.Count + toDo.Count == 0)
        {
            return await EndAsync(mail with { DroppedAt = act.At }, act, cancel);
        }
        try
        {
            var key = await db.Set<SubjectKey>().SingleAsync(k => k.Id == keyId, cancel);
            await Smtp.SendAsync(options, Compose(mail, MailAddressText.Open(vault, key, choice), lines, toDo), cancel);
            return await EndAsync(mail with { SentAt = act.At, Tries = mail.Tries + 1 }, act, cancel);
        }
        catch (Exception fault) when (fault is SmtpException or InvalidOperationException or FormatException or IOException)
        {
            NotSent(log, fault.GetType().Name);
            var tries = mail.Tries + 1;
            await EndAsync(mail with
            {
                Tries = tries,
                Fault = fault.GetType().Name,
                NextAt = act.At + (_firstWait * Math.Pow(2, tries)),
                DroppedAt = tries >= MostTries ? act.At : null,
            }, act, cancel);
            return false;
        }
    }

    private async Task<List<MailLine>> LinesAsync(ZhuoluoContext db, OutgoingMail mail, NoticeChoice choice, Actor who, CancellationToken cancel)
    {
        var (notices, alarms) = (NoticeReaders.Of(db, who, offices.Current), AlarmNotices.Of(db, who, offices.Current));
        var daily = NoticeReaders.Kinds(choice.Daily);
        notices = mail.IsDaily ? notices.Where(n => n.Id > mail.FromNoticeId && n.Id <= mail.ToNoticeId && daily.Contains(n.Kind)) : notices.Where(n => n.Id == mail.ToNoticeId);
        alarms = mail.IsDaily ? alarms.Where(n => n.Id > mail.FromNoticeId && n.Id <= mail.ToNoticeId && daily.Contains(n.Kind)) : alarms.Where(n => n.Id == mail.ToNoticeId);
        var lines = await notices.Join(db.Set<Matter>().Where(m => m.IsOpen), n => n.MatterId, m => m.Id, (n, m) => new { n.Id, n.Kind, m.Number })
            .OrderBy(l => l.Id).Take(MostLines).Select(l => new MailLine(l.Id, l.Kind, l.Number, "/matters/" + l.Number)).ToListAsync(cancel);
        if (AlarmNotices.KindsOf(who).Count > 0)
        {
            var found = await AlarmNotices.LinesOf(db, alarms).Take(MostLines).ToListAsync(cancel);
            lines.AddRange(found.Select(a => new MailLine(a.Id, a.Kind, a.Number ?? "", a.Address)));
        }
        return [.. lines.OrderBy(l => l.Id)];
    }

    private MailMessage Compose(OutgoingMail mail, string to, List<MailLine> lines, IReadOnlyList<ToDoPart> toDo)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.Simplified);
        try
        {
            var body = new StringBuilder();
            foreach (var line in lines)
            {
                body.Append(texts["notice." + Word<NoticeKind>.Of(line.Kind)]).Append(' ').Append(line.Number).Append('\n')
                    .Append(options.Site).Append(line.Path).Append("\n\n");
            }
            foreach (var part in toDo)
            {
                var kind = Word<ToDoKind>.Of(part.Kind);
                body.Append(texts["todo.kind." + kind]).Append(' ').Append(part.Total).Append('\n').Append(options.Site).Append("/rhythm?of=").Append(kind).Append("\n\n");
            }
            body.Append(texts["notices.mail.foot"]).Append('\n').Append(options.Site).Append("/account/notices\n");
            var subject = mail.IsDaily ? texts["notices.mail.daily", lines.Count + toDo.Sum(p => p.Total)] : SubjectOf(lines[0]);
            var message = new MailMessage(options.From, to, subject, body.ToString()) { BodyEncoding = Encoding.UTF8, SubjectEncoding = Encoding.UTF8 };
            message.Headers.Add("Message-ID", string.Create(CultureInfo.InvariantCulture, $"<{mail.Id}@{new MailAddress(options.From).Host}>"));
            message.Headers.Add("Auto-Submitted", "auto-generated");
            return message;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private string SubjectOf(MailLine line)
    {
        var kind = texts["notice." + Word<NoticeKind>.Of(line.Kind)];
        return line.Number.Length == 0 ? kind : texts["notices.mail.once", kind, line.Number];
    }

    private async Task<bool> EndAsync(OutgoingMail next, Act act, CancellationToken cancel)
    {
        await writer.WriteAsync<Done>(act, async work =>
        {
            await work.Db.Set<OutgoingMail>().Where(m => m.Id == next.Id).ExecuteUpdateAsync(m => m
                .SetProperty(x => x.SentAt, next.SentAt).SetProperty(x => x.DroppedAt, next.DroppedAt)
                .SetProperty(x => x.Tries, next.Tries).SetProperty(x => x.Fault, next.Fault).SetProperty(x => x.NextAt, next.NextAt), cancel);
            return Done.Value;
        }, cancel);
        return next.SentAt is not null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail was not sent ({Fault}) and will be tried again")]
    private static partial void NotSent(ILogger log, string fault);

    private sealed record MailLine(long Id, NoticeKind Kind, string Number, string Path);
}
