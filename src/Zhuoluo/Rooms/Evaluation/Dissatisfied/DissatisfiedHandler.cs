using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Evaluation.Dissatisfied;

/// <summary>
/// Every verb about a dissatisfied requester. A fix reopens the matter through the matter's own door first; when the power fails in
/// between, doing it again finds the matter reopened and goes on.
/// </summary>
internal sealed class DissatisfiedHandler(Writer writer, IDeeds deeds, Offices offices, IDbContextFactory<ZhuoluoContext> reads)
{
    public async Task<Outcome<DissatisfiedDone>> HandleAsync(DissatisfiedDeed deed, Act act, CancellationToken cancel)
    {
        if (deed.Verb == DissatisfactionVerb.Fix && await ReopenAsync(deed, act, cancel) is { } refusal)
        {
            return refusal;
        }
        return await writer.WriteAsync(act, work => DoAsync(work, deed, cancel), cancel);
    }

    private async Task<Outcome<DissatisfiedDone>> DoAsync(Work work, DissatisfiedDeed deed, CancellationToken cancel)
    {
        var item = await work.Db.Set<Dissatisfaction>().FirstOrDefaultAsync(d => d.Id == deed.Id, cancel);
        if (item is null || !await SeesAsync(work.Db, item, work.Act.Who, cancel))
        {
            return new NotFound("dissatisfaction");
        }
        var steps = await StepsAsync(work.Db, item.Id, cancel);
        if (DissatisfiedDecision.Decide(item, steps, deed, PathOf(item), work.Act).IsRefused(out var refusal, out var to))
        {
            return refusal;
        }
        if (deed.Verb == DissatisfactionVerb.GrantExit && item.AskedExit == DissatisfactionExit.Struck)
        {
            work.Db.Add(Exclude(work.Act, item, steps.Last(s => s.Verb == DissatisfactionVerb.AskExit), deed.Note));
            work.Record(new ExclusionDecidedV1(ExclusionReason.Misrated, IsApproved: true), new Subject("dissatisfaction", item.Id));
        }
        DissatisfiedRows.Move(work, item, to, deed, work.Act.At);
        return new DissatisfiedDone(item.Id, item.MatterId, item.State, item.Version);
    }

    // Asked and agreed already: two people, a reason and what it rests on (rules A4.4).
    private static RateExclusion Exclude(Act act, Dissatisfaction item, DissatisfactionStep asked, string? note) => new()
    {
        Id = act.NewId(),
        MatterId = item.MatterId,
        Round = item.Round,
        UnitId = item.UnitId,
        Reason = ExclusionReason.Misrated,
        Detail = asked.Note ?? "",
        Evidence = note ?? "",
        AskedAt = asked.At,
        AskedById = asked.PersonId,
        AskedByName = asked.PersonName,
        DecidedAt = act.At,
        DecidedById = act.Who.PersonId,
        DecidedByName = act.Who.Name,
        IsApproved = true,
        Note = note,
    };

    private async Task<Refusal?> ReopenAsync(DissatisfiedDeed deed, Act act, CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        var item = await db.Set<Dissatisfaction>().FirstOrDefaultAsync(d => d.Id == deed.Id, cancel);
        if (item is null || !await SeesAsync(db, item, act.Who, cancel))
        {
            return new NotFound("dissatisfaction");
        }
        if (DissatisfiedDecision.Decide(item, await StepsAsync(db, item.Id, cancel), deed, PathOf(item), act).IsRefused(out var refusal, out _))
        {
            return refusal;
        }
        var matter = await db.Set<Matter>().SingleAsync(m => m.Id == item.MatterId, cancel);
        if (matter.Round > item.JudgedRound || matter.State.IsOpen() && matter.State != MatterState.AwaitingCallBack)
        {
            return null;
        }
        return (await deeds.DoAsync(new Deed(matter.Id, Verb.Reopen, 0) { Reason = deed.Note }, act, cancel)).IsRefused(out var no, out _) ? no : null;
    }

    private async Task<bool> SeesAsync(ZhuoluoContext db, Dissatisfaction item, Actor who, CancellationToken cancel) =>
        await Sight.Of(who, offices.Current).Seen(db).AnyAsync(m => m.Id == item.MatterId, cancel);

    private static Task<List<DissatisfactionStep>> StepsAsync(ZhuoluoContext db, long id, CancellationToken cancel) =>
        db.Set<DissatisfactionStep>().Where(s => s.DissatisfactionId == id).OrderBy(s => s.Id).ToListAsync(cancel);

    private string? PathOf(Dissatisfaction item) => item.UnitId is { } id ? offices.Current.Unit(id)?.Path : null;
}
