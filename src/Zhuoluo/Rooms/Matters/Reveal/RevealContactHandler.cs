using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Access;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Reveal;

/// <summary>
/// Opens a contact for one who may see it for this matter: the units that hold it, the office that took it in, and those who may for
/// all. The line about it is durable before the contact is told, and cannot be deleted.
/// </summary>
internal sealed class RevealContactHandler(Writer writer, Offices offices, RevealAlarms alarms)
{
    public Task<Outcome<Contact>> HandleAsync(RevealContact command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => RevealAsync(work, command, cancel), cancel);

    private async Task<Outcome<Contact>> RevealAsync(Work work, RevealContact command, CancellationToken cancel)
    {
        var act = work.Act;
        if (await work.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Id == command.MatterId, cancel) is not { } matter)
        {
            return new NotFound("matter");
        }
        if (matter.IsConfidential && !await Sight.Of(act.Who, offices.Current).Seen(work.Db).AnyAsync(m => m.Id == matter.Id, cancel))
        {
            return new NotFound("matter");
        }
        var paths = await PathsAsync(work.Db, matter, cancel);
        if (!paths.Any(path => Permissions.May(act.Who, Capability.SeeContact, path)))
        {
            return matter.IsConfidential ? new NotFound("matter") : new NotPermitted();
        }
        if (PlainText.Read(command.Reason, nameof(command.Reason), RevealContact.LongestReason).IsRefused(out var refusal, out var reason))
        {
            return refusal;
        }
        if (reason is null)
        {
            return new Missing(nameof(command.Reason));
        }
        var sealedContact = await work.Db.Set<MatterContact>().Where(c => c.MatterId == matter.Id)
            .Join(work.Db.Set<SubjectKey>(), c => c.KeyId, k => k.Id, (c, k) => new { Row = c, Key = k }).SingleOrDefaultAsync(cancel);
        if (sealedContact is null)
        {
            return new NotFound("contact");
        }
        work.Db.Add(new ContactReveal
        {
            Id = act.NewId(),
            MatterId = matter.Id,
            PersonId = act.Who.PersonId ?? 0,
            PersonName = act.Who.Name,
            At = act.At,
            Reason = reason,
        });
        await alarms.LookAsync(work, matter, cancel);
        var unit = matter.IsConfidential ? null : Code.OrNull(act.Who.Office);
        work.Record(new ContactRevealedV1(unit), new Subject("matter", matter.Id));
        return MatterContacts.Open(work.Vault, sealedContact.Key, sealedContact.Row);
    }

    private async Task<List<string>> PathsAsync(ZhuoluoContext db, Matter matter, CancellationToken cancel)
    {
        var units = await db.Set<Holding>().Where(h => h.MatterId == matter.Id && h.To == null).Select(h => (long?)h.UnitId).ToListAsync(cancel);
        units.Add(matter.LeadUnitId);
        units.Add(await db.Set<Step>().Where(s => s.MatterId == matter.Id && s.Verb == Verb.Register).Select(s => s.OfficeId).FirstOrDefaultAsync(cancel));
        // Those who may for all may for "/" too; those who may for their own unit may not.
        return [.. units.Select(id => id is { } known ? offices.Current.Unit(known)?.Path : null).OfType<string>(), "/"];
    }
}
