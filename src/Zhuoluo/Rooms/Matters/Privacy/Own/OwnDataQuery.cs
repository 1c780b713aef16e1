using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Privacy.Retention;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Privacy.Own;

/// <summary>Reads what is kept about a matter, for whoever has proved by number and code that it is theirs.</summary>
internal sealed class OwnDataQuery(ZhuoluoContext db, Vault vault, Offices offices)
{
    public async Task<OwnData> OfAsync(Matter matter, CancellationToken cancel)
    {
        var id = matter.Id;
        var text = await db.Set<MatterText>().SingleOrDefaultAsync(t => t.MatterId == id, cancel);
        var contact = await db.Set<MatterContact>().Where(c => c.MatterId == id)
            .Join(db.Set<SubjectKey>(), c => c.KeyId, k => k.Id, (c, k) => new { Row = c, Key = k }).SingleOrDefaultAsync(cancel);
        return new OwnData(matter.Number)
        {
            RegisteredAt = matter.RegisteredAt,
            State = Word.Of(matter.State),
            Text = text?.Text ?? "",
            PlaceText = text?.PlaceText,
            Place = offices.Current.Place(matter.PlaceCode)?.Name ?? matter.PlaceCode,
            Contact = contact is null ? new Contact(null, null, null) : MatterContacts.Open(vault, contact.Key, contact.Row),
            NoticeVersion = text?.NoticeVersion,
            KeptUntil = RetentionRules.KeptUntil(matter),
            IsErased = await db.Set<Erasure>().AnyAsync(e => e.MatterId == id, cancel),
            Answers = await db.Set<Answer>().Where(a => a.MatterId == id && a.IsApproved == true).OrderBy(a => a.Id).Select(a => new OwnLine(a.At, a.Text)).ToListAsync(cancel),
            Questions = await db.Set<Question>().Where(q => q.MatterId == id).OrderBy(q => q.Id).Select(q => new OwnQuestion(q.AskedAt, q.Text, q.Reply)).ToListAsync(cancel),
            Ratings = await db.Set<Rating>().Where(r => r.MatterId == id && r.GivenAt != null).OrderBy(r => r.Id).Select(r => new OwnLine(r.GivenAt!.Value, r.Grade + " " + r.Comment)).ToListAsync(cancel),
            Reveals = await db.Set<ContactReveal>().Where(r => r.MatterId == id).OrderBy(r => r.Id).Select(r => new OwnLine(r.At, r.Reason)).ToListAsync(cancel),
            Requests = await db.Set<DataRequest>().Where(r => r.MatterId == id).OrderBy(r => r.Id)
                .Select(r => new OwnRequest(r.Right, r.AskedAt, r.DueAt, r.State, r.Answer)).ToListAsync(cancel),
        };
    }
}
