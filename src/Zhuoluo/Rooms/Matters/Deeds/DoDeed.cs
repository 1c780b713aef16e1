using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Rate;
using Zhuoluo.Rooms.Matters.Telling;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>The one handler behind every verb: load, decide, apply, record, in one transaction.</summary>
internal sealed class DoDeed(Writer writer, CaseFiles files, ConflictsTold conflicts) : IDeeds
{
    public async Task<Outcome<DeedDone>> DoAsync(Deed deed, Act act, CancellationToken cancel)
    {
        var outcome = await writer.WriteAsync<DeedDone>(act, work => DoAsync(work, deed, cancel), cancel);
        if (outcome.IsRefused(out var refusal, out _) && refusal is ConflictOfInterest conflict)
        {
            await conflicts.TellAsync(deed, conflict.Whom == act.Who.Name, act, cancel);
        }
        return outcome;
    }

    public IReadOnlyList<Transition> Offered(Matter matter, IReadOnlyList<Proposal> openProposals, Actor who, DateTimeOffset now) =>
        Offering.Of(matter, openProposals, who, now, files.Units);

    /// <summary>The same inside a change that holds more than this deed, such as a petition's.</summary>
    public async Task<Outcome<DeedDone>> DoAsync(Work work, Deed deed, CancellationToken cancel)
    {
        var once = deed.OnceKey is null ? null : $"deed/{deed.MatterId}/{Word.Of(deed.Verb)}/{deed.OnceKey}";
        var file = await files.LoadAsync(work.Db, deed, cancel);
        if (file is null || !Circle.Knows(file, work.Act.Who))
        {
            return new NotFound("matter");
        }
        if (Conflicts.IsAboutActor(file, work.Act.Who))
        {
            return new ConflictOfInterest(work.Act.Who.Name);
        }
        if (once is not null && await work.DoneBeforeAsync(once, cancel) is not null)
        {
            return Done(file.Matter);
        }
        if (Verbs.Decide(file, deed, work.Act).IsRefused(out var refusal, out var ruling))
        {
            return refusal;
        }
        await ApplyAsync(work, file, ruling, deed, cancel);
        await Together.FollowAsync(work, files, file, deed.Verb, ApplyAsync, cancel);
        var isLetThrough = deed.Verb == Verb.Answer && !file.NeedsReview;
        if (isLetThrough)
        {
            await LetThroughAsync(work, file, cancel);
        }
        if (isLetThrough || deed.Verb is Verb.ApproveAnswer or Verb.AnswerAtOnce)
        {
            work.Db.Add(RatingOffers.Offer(work.Vault, file.Matter, file.Matter.LeadUnitId ?? file.LastAnswer?.UnitId, work.Act));
        }
        if (once is not null)
        {
            work.RememberDone(once, file.Matter.Id);
        }
        return Done(file.Matter);
    }

    // No second person is needed: the rule approves, and the history says that it was the rule.
    private async Task LetThroughAsync(Work work, CaseFile file, CancellationToken cancel)
    {
        var deed = new Deed(file.Matter.Id, Verb.ApproveAnswer, 0);
        var rule = work.Act with { Who = Actor.Job("review-rule") };
        await ApplyAsync(work, file, ReviewAnswer.LetThrough(file, deed, rule), deed, rule, cancel);
        await Together.FollowAsync(work, files, file, Verb.ApproveAnswer, ApplyAsync, cancel);
    }

    private static Task ApplyAsync(Work work, CaseFile file, Ruling ruling, Deed deed, CancellationToken cancel) =>
        ApplyAsync(work, file, ruling, deed, work.Act, cancel);

    private static async Task ApplyAsync(Work work, CaseFile file, Ruling ruling, Deed deed, Act act, CancellationToken cancel)
    {
        var step = Application.Apply(file, ruling, deed, act);
        var key = await work.Db.Set<MatterContact>().Where(c => c.MatterId == file.Matter.Id)
            .Join(work.Db.Set<SubjectKey>(), c => c.KeyId, k => k.Id, (_, k) => k).FirstOrDefaultAsync(cancel);
        ruling.Record(work, new Subject("matter", file.Matter.Id), key, OpeningOf(step, deed));
        foreach (var other in ruling.Others)
        {
            other(work, new Subject("matter", file.Matter.Id));
        }
        work.Db.AddRange(file.Made);
        Attaching.Attach(work, file.Matter.Id, step.Id, deed.Files, key);
    }

    // What was said, so that it can be proved later to whoever may know it.
    private static Opening OpeningOf(Step step, Deed deed) => new("matter.step.v1", JsonSerializer.SerializeToUtf8Bytes(
        new StepSaid(step.Id, Word.Of(step.Verb), step.Note, deed.Text?.Trim()), JsonSerializerOptions.Web));

    private static DeedDone Done(Matter matter) => new(matter.Id, matter.Number, matter.State, matter.Version, matter.DueAt);

    private sealed record StepSaid(long Step, string Verb, string? Note, string? Text);
}
