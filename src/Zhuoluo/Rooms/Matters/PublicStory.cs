namespace Zhuoluo.Rooms.Matters;

/// <summary>One thing that happened, as anybody may know it: what, when, which unit. There is no field for a person or for what was said.</summary>
/// <param name="Key">Text key of what happened.</param>
/// <param name="At">When.</param>
/// <param name="UnitId">The unit it concerns.</param>
/// <param name="DueAt">The date that was promised with it.</param>
/// <param name="Tone">Tone of a timeline step.</param>
internal sealed record StoryLine(string Key, DateTimeOffset At, long? UnitId, DateTimeOffset? DueAt, string? Tone);

/// <summary>
/// A matter's history for its requester and the public: its steps without names, notes and what is still undecided inside
/// the offices (rules F5; LAW-BJ a.15).
/// </summary>
internal static class PublicStory
{
    public static IReadOnlyList<StoryLine> Tell(IEnumerable<Step> steps) =>
        [.. steps.OrderBy(s => s.Id).Select(Tell).OfType<StoryLine>()];

    /// <summary>The first date that was promised. Steps are never changed, so it stays visible whatever came later.</summary>
    public static DateTimeOffset? FirstPromise(IEnumerable<Step> steps) =>
        steps.OrderBy(s => s.Id).FirstOrDefault(s => s.DueAt is not null)?.DueAt;

    private static StoryLine? Tell(Step step) => step.Verb switch
    {
        Verb.Register => Line(step, "registered", step.OfficeId, step.DueAt),
        Verb.Accept => Line(step, "accepted"),
        Verb.AnswerAtOnce => Line(step, "answered-at-once", step.OfficeId, tone: "good"),
        Verb.ConfirmDecline => Line(step, "declined", tone: "bad"),
        Verb.Transfer => Line(step, "transferred"),
        Verb.LinkRepeat => Line(step, "repeated"),
        Verb.Merge => Line(step, "merged"),
        Verb.Assign => Line(step, "assigned", step.UnitId, step.DueAt),
        Verb.Sign => Line(step, "signed", step.OfficeId),
        Verb.Return => Line(step, "return-asked", step.OfficeId, tone: "wait"),
        Verb.UpholdReturn => Line(step, "returned", step.UnitId, tone: "wait"),
        Verb.RejectReturn => Line(step, "return-rejected", step.UnitId),
        Verb.AskRequester => Line(step, "asked", step.OfficeId, tone: "wait"),
        Verb.RequesterAnswers => Line(step, "replied"),
        Verb.ApproveExtension => Line(step, "extended", step.UnitId, step.DueAt, "wait"),
        Verb.ApproveSuspension => Line(step, "suspended", step.UnitId, tone: "wait"),
        Verb.Resume => Line(step, "resumed", step.OfficeId, step.DueAt),
        Verb.ApproveAnswer => Line(step, "answered", step.UnitId, tone: "good"),
        Verb.SendBackAnswer => Line(step, "sent-back", step.UnitId, tone: "wait"),
        Verb.Close => Line(step, "closed", tone: "good"),
        Verb.Reopen => Line(step, "reopened", step.UnitId, step.DueAt, "wait"),
        Verb.Escalate => Line(step, "escalated", tone: "bad"),
        Verb.Urge => Line(step, "urged", step.UnitId, tone: "wait"),
        Verb.Withdraw => Line(step, "withdrawn"),
        _ => null,
    };

    private static StoryLine Line(Step step, string what, long? unitId = null, DateTimeOffset? dueAt = null, string? tone = null) =>
        new("pub.story." + what, step.At, unitId, dueAt, tone);
}
