using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Mailing;
using Zhuoluo.Rooms.Matters.Privacy;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>A requester gives an address later, another one, or takes it back; number and code prove whose matter it is.</summary>
internal sealed record ChooseTelling(long MatterId, string Number, string Code, string? Email, TellMe Tell);

internal sealed record RequesterWayChosenV1(bool ByMail, bool BySms) : IEntry
{
    public static string Kind => "requester.way-chosen";
    public static int Version => 1;
}

internal sealed class ChooseTellingHandler(Writer writer)
{
    public Task<Outcome<Done>> HandleAsync(ChooseTelling command, Act act, CancellationToken cancel) => writer.WriteAsync(act, work => ChooseAsync(work, command, cancel), cancel);

    private static async Task<Outcome<Done>> ChooseAsync(Work work, ChooseTelling command, CancellationToken cancel)
    {
        var (db, act) = (work.Db, work.Act);
        var email = command.Email?.Trim() is { Length: > 0 } typed ? typed : null;
        if (!ReceiptCodes.IsCodeOf(work.Vault, command.MatterId, command.Number, command.Code))
        {
            return new NotFound("matter");
        }
        if (email is not null && !MailAddressText.IsGood(email))
        {
            return new BadTellingMail();
        }
        if (await db.Set<Erasure>().AnyAsync(e => e.MatterId == command.MatterId, cancel))
        {
            return new AlreadyErased();
        }
        var kept = await db.Set<MatterContact>().AsTracking().SingleOrDefaultAsync(c => c.MatterId == command.MatterId, cancel);
        var key = kept is null ? work.Vault.NewKey(act) : await db.Set<SubjectKey>().SingleAsync(k => k.Id == kept.KeyId, cancel);
        var contact = (kept is null ? new Contact(null, null, null) : MatterContacts.Open(work.Vault, key, kept)) with { Email = email };
        var contactRow = MatterContacts.Seal(work.Vault, key, command.MatterId, contact, act.Chance);
        if (kept is null)
        {
            db.Add(key);
            db.Add(contactRow);
        }
        else
        {
            kept.Sealed = contactRow.Sealed;
        }
        var bySms = command.Tell.BySms && MobileNumber.Of(contact.Phone) is not null;
        Put(db, await db.Set<RequesterWay>().AsTracking().SingleOrDefaultAsync(w => w.MatterId == command.MatterId, cancel), command, email is not null, bySms, act.At);
        work.Record(new RequesterWayChosenV1(email is not null, bySms), new Subject("matter", command.MatterId));
        return Done.Value;
    }

    // What was due stays due for the new address; the code is not sent any more: whoever chooses here has it.
    private static void Put(ZhuoluoContext db, RequesterWay? held, ChooseTelling command, bool byMail, bool bySms, DateTimeOffset now)
    {
        DateTimeOffset? stopped = byMail || bySms ? null : now;
        if (held is null)
        {
            db.Add(new RequesterWay { MatterId = command.MatterId, ByMail = byMail, BySms = bySms, WithCode = false, LanguageCode = command.Tell.Language, FromAt = now, StoppedAt = stopped });
            return;
        }
        held.FromAt = held.StoppedAt is null ? held.FromAt : now;
        (held.ByMail, held.BySms, held.WithCode, held.LanguageCode, held.StoppedAt) = (byMail, bySms, false, command.Tell.Language, stopped);
    }
}

internal sealed record BadTellingMail() : Refusal("bad-contact-mail")
{
    public override string? Field => "Email";
}
