using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters.Petitions;
using Zhuoluo.Rooms.Matters.Replies;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>Loads a case file in the writer's transaction. What a state cannot need is not read.</summary>
internal sealed class CaseFiles(Offices offices, CalendarsDoor calendars, Vault vault)
{
    public OfficesSnapshot Units => offices.Current;

    public async Task<CaseFile?> LoadAsync(ZhuoluoContext db, Deed deed, CancellationToken cancel)
    {
        var matter = await db.Set<Matter>().FirstOrDefaultAsync(m => m.Id == deed.MatterId, cancel);
        return matter is null ? null : await LoadAsync(db, matter, deed, cancel);
    }

    private async Task<CaseFile> LoadAsync(ZhuoluoContext db, Matter matter, Deed deed, CancellationToken cancel)
    {
        var id = matter.Id;
        var state = matter.State;
        var isAnswered = state is MatterState.AwaitingReview or MatterState.AwaitingCallBack or MatterState.Closed;
        var isWorked = state != MatterState.Registered;
        var otherId = deed.OtherMatterId ?? (state == MatterState.Merged ? matter.MainMatterId : null);
        var topic = deed.CategoryCode ?? matter.CategoryCode;
        var shield = matter.IsConfidential ? await db.Set<Shield>().FirstOrDefaultAsync(x => x.MatterId == id, cancel) : null;
        return new CaseFile
        {
            Matter = matter,
            Offices = offices.Current,
            TimesFor = (kind, urgency) => Times.Of(calendars.Current, matter.ProfileCode, kind, urgency),
            Steps = await db.Set<Step>().Where(x => x.MatterId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            Clocks = await db.Set<Clock>().Where(x => x.MatterId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            Proposals = isWorked ? await db.Set<Proposal>().Where(x => x.MatterId == id && x.DecidedAt == null).OrderBy(x => x.Id).ToListAsync(cancel) : [],
            Pauses = isWorked ? await db.Set<ClockPause>().Where(x => x.MatterId == id).OrderBy(x => x.Id).ToListAsync(cancel) : [],
            Extensions = matter.ExtensionCount > 0 ? await db.Set<ClockExtension>().Where(x => x.MatterId == id).OrderBy(x => x.Id).ToListAsync(cancel) : [],
            Holdings = isWorked ? await db.Set<Holding>().Where(x => x.MatterId == id && x.To == null).OrderBy(x => x.Id).ToListAsync(cancel) : [],
            Answers = isAnswered ? await db.Set<Answer>().Where(x => x.MatterId == id).OrderBy(x => x.Id).ToListAsync(cancel) : [],
            Questions = state == MatterState.AwaitingRequester ? await db.Set<Question>().Where(x => x.MatterId == id).OrderBy(x => x.Id).ToListAsync(cancel) : [],
            Calls = isAnswered ? await db.Set<CallBack>().Where(x => x.MatterId == id).OrderBy(x => x.Id).ToListAsync(cancel) : [],
            Subs = await db.Set<Matter>().Where(x => x.MainMatterId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            Other = otherId is { } other ? await db.Set<Matter>().FirstOrDefaultAsync(x => x.Id == other && !db.Set<Shield>().Any(s => s.MatterId == other), cancel) : null,
            Category = topic is null ? null : await db.Set<Category>().FirstOrDefaultAsync(x => x.Code == topic, cancel),
            AccusedUnitId = deed.Verb == Verb.Assign && matter.IsConfidential
                ? await db.Set<Petition>().Where(x => x.MatterId == id).Select(x => x.AccusedUnitId).FirstOrDefaultAsync(cancel)
                : null,
            Flags = deed.Verb == Verb.Answer ? await FlagsAsync(db, matter, deed, topic, cancel) : AnswerFlags.None,
            NeedsReview = deed.Verb != Verb.Answer || await ReviewRules.IsNeededAsync(db, matter, cancel),
            HasContact = await db.Set<MatterContact>().AnyAsync(x => x.MatterId == id, cancel),
            Shield = shield,
            CircleIds = shield is null ? [] : await db.Set<CircleMember>().Where(x => x.MatterId == id).Select(x => x.PersonId).ToListAsync(cancel),
            Conflict = ConflictFacts.May(matter) ? await ConflictFacts.LoadAsync(db, matter, deed, offices.Current, cancel) : null,
            IsCodeRight = deed.Code is not null && ReceiptCodes.IsCodeOf(vault, id, matter.Number, deed.Code),
        };
    }

    private static async Task<AnswerFlags> FlagsAsync(ZhuoluoContext db, Matter matter, Deed deed, string? topic, CancellationToken cancel)
    {
        var asked = await db.Set<MatterText>().Where(t => t.MatterId == matter.Id).Select(t => t.Text).FirstOrDefaultAsync(cancel);
        var name = topic is null ? null : await db.Set<Category>().Where(c => c.Code == topic).Select(c => c.Name).FirstOrDefaultAsync(cancel);
        return AnswerLook.Of(deed.Text ?? "", $"{matter.Title}\n{asked}\n{name}", await AnswerLook.RecentAsync(db, matter.LeadUnitId, cancel));
    }
}
