using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>
/// What happens to a main matter reaches those handled under it: each gets its own copy of the approved answer and closes when the
/// main one does, in the same transaction (rules A5.1).
/// </summary>
internal static class Together
{
    internal delegate Task Applying(Work work, CaseFile file, Ruling ruling, Deed deed, CancellationToken cancel);

    public static async Task FollowAsync(Work work, CaseFiles files, CaseFile main, Verb verb, Applying apply, CancellationToken cancel)
    {
        if (verb == Verb.ApproveAnswer && main.LastAnswer is { } answer)
        {
            foreach (var sub in main.Subs)
            {
                work.Db.Add(Copy(sub, answer, work.Act));
            }
        }
        if (main.Matter.State != MatterState.Closed)
        {
            return;
        }
        foreach (var sub in main.Subs.Where(s => s.State == MatterState.Merged))
        {
            // Merged after the answer had been approved.
            if (sub.AnsweredAt is null && main.LastAnswer is { IsApproved: true } last)
            {
                work.Db.Add(Copy(sub, last, work.Act));
            }
            var deed = new Deed(sub.Id, Verb.Close, 0);
            var file = await files.LoadAsync(work.Db, deed, cancel)
                ?? throw new InvalidOperationException("A loaded matter is gone from its own transaction.");
            await apply(work, file, CloseMatter.WithMain(file, work.Act), deed, cancel);
        }
    }

    private static Answer Copy(Matter sub, Answer answer, Act act)
    {
        sub.Outcome = answer.Outcome;
        sub.AnsweredAt = answer.At;
        sub.LeadUnitId ??= answer.UnitId;
        sub.UpdatedAt = act.At;
        sub.Version++;
        return new Answer
        {
            Id = act.NewId(),
            MatterId = sub.Id,
            Round = sub.Round,
            UnitId = answer.UnitId,
            Outcome = answer.Outcome,
            GroundCode = answer.GroundCode,
            Text = answer.Text,
            At = act.At,
            PersonId = answer.PersonId,
            ReviewedAt = answer.ReviewedAt,
            IsApproved = true,
        };
    }
}
