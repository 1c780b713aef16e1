using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Evaluation.Dissatisfied;

/// <summary>
/// Keeps the list in step with the matters, so that nobody enters a thing twice: "not solved" on a call opens an item, a reopened matter
/// is being fixed, an approved answer of a later round is the fix, the next call settles it or does not.
/// </summary>
internal sealed class DissatisfiedFollower(CalendarsDoor calendars, Offices offices) : IFollower
{
    private static readonly HashSet<string> _kinds = ["matter.called-back", "matter.reopened", "matter.escalated", "matter.answer-approved"];

    public string Name => "dissatisfied";

    public async Task FollowAsync(Work work, IReadOnlyList<Followed> batch, CancellationToken cancel)
    {
        foreach (var id in batch.Where(f => _kinds.Contains(f.Kind)).Select(f => f.SubjectId).Distinct())
        {
            await FollowAsync(work, id, cancel);
        }
    }

    private async Task FollowAsync(Work work, long matterId, CancellationToken cancel)
    {
        var calls = await work.Db.Set<CallBack>().AsNoTracking().Where(c => c.MatterId == matterId && c.Result == CallResult.Reached).OrderBy(c => c.Id).ToListAsync(cancel);
        var item = await work.Db.Set<Dissatisfaction>().OrderByDescending(d => d.Id).FirstOrDefaultAsync(d => d.MatterId == matterId && d.State < DissatisfactionState.Settled, cancel);
        if (item is null && !calls.Exists(c => c.IsSolved == false))
        {
            return;
        }
        var matter = await work.Db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == matterId, cancel);
        item ??= await OpenAsync(work, matter, calls, cancel);
        if (item is null)
        {
            return;
        }
        var fixes = await work.Db.Set<Answer>().AsNoTracking().Where(a => a.MatterId == matterId && a.IsApproved == true).OrderBy(a => a.Id).ToListAsync(cancel);
        // Several things may have happened since the last look.
        while (Next(item, matter, fixes, calls) is var (verb, at) && DissatisfactionLines.Find(item.State, verb) is { To: { } to })
        {
            if (verb is DissatisfactionVerb.Settle or DissatisfactionVerb.StillDissatisfied)
            {
                item.JudgedRound = calls.Last(c => c.At == at).Round;
            }
            DissatisfiedRows.Move(work, item, to, new DissatisfiedDeed(item.Id, verb, 0), at);
        }
    }

    /// <summary>What the matter's own history says happened next. Pure.</summary>
    internal static (DissatisfactionVerb Verb, DateTimeOffset At)? Next(Dissatisfaction item, Matter matter, IReadOnlyList<Answer> fixes, IReadOnlyList<CallBack> calls) => item.State switch
    {
        DissatisfactionState.AwaitingCall when calls.FirstOrDefault(c => c.At >= item.OpenedAt) is { } call => (DissatisfactionVerb.Call, call.At),
        // A reopened matter is being put right, whether or not somebody said so here.
        DissatisfactionState.AwaitingCall when matter.Round > item.JudgedRound => (DissatisfactionVerb.Call, matter.UpdatedAt),
        DissatisfactionState.Verified when matter.Round > item.JudgedRound => (DissatisfactionVerb.Fix, matter.UpdatedAt),
        DissatisfactionState.Fixing when fixes.FirstOrDefault(a => a.Round > item.JudgedRound) is { } fix => (DissatisfactionVerb.ReportFix, fix.ReviewedAt ?? fix.At),
        DissatisfactionState.AwaitingSecondCall when calls.FirstOrDefault(c => c.Round > item.JudgedRound) is { } call =>
            (call.IsSolved == true ? DissatisfactionVerb.Settle : DissatisfactionVerb.StillDissatisfied, call.At),
        _ => null,
    };

    private async Task<Dissatisfaction?> OpenAsync(Work work, Matter matter, List<CallBack> calls, CancellationToken cancel)
    {
        var known = await work.Db.Set<Dissatisfaction>().Where(d => d.MatterId == matter.Id).Select(d => d.Round).ToListAsync(cancel);
        var settled = known.Count == 0 ? 0 : known.Max();
        if (calls.FirstOrDefault(c => c.IsSolved == false && c.Round > settled) is not { } call)
        {
            return null;
        }
        var judged = new Judgement(DissatisfactionSource.CallBack, call.Round, matter.LeadUnitId, null, null, call.At, call.Note);
        return DissatisfiedRows.Open(work, calendars.Current, Unit(matter), matter, judged);
    }

    private Code? Unit(Matter matter) => matter.LeadUnitId is { } id ? Code.OrNull(offices.Current.Unit(id)?.Code) : null;
}
