using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>What every verb asks first: is it in the table, may this actor, did somebody come before, is all given.</summary>
internal static class Gate
{
    public const int LongestReason = 1000;
    public const int LongestText = 5000;

    // These end a matter without an answer, and other people's matters wait for the answer of a main one.
    private static readonly Verb[] _leavesAlone = [Verb.Withdraw, Verb.ConfirmDecline, Verb.Transfer, Verb.LinkRepeat];

    public static Refusal? Refuse(CaseFile file, Deed deed, Act act)
    {
        if (Transitions.Find(file.Matter.State, deed.Verb) is not { } line)
        {
            return new WrongState(file.Matter.State, [.. Transitions.OutOf(file.Matter.State).Select(t => t.Verb).Distinct()]);
        }
        if (!MayDo(line, file, act.Who))
        {
            return new NotPermitted();
        }
        if (deed.ExpectedVersion != 0 && deed.ExpectedVersion != file.Matter.Version)
        {
            return new ChangedMeanwhile(file.Matter.UpdatedBy, file.Matter.UpdatedAt, file.Steps.Count == 0 ? null : file.Steps[^1].Verb.Key());
        }
        if (_leavesAlone.Contains(deed.Verb) && file.Subs.Exists(s => s.State == MatterState.Merged))
        {
            return new OthersUnderIt();
        }
        return Lacks(line.Requires, deed);
    }

    public static bool MayDo(Transition line, CaseFile file, Actor who) => who.Kind == ActorKind.Requester
        ? line.Requires.HasFlag(Requires.OrRequester) && file.IsCodeRight
        : line.Who is { } capability
            && (PathsFor(line.Verb, file).Any(path => Permissions.May(who, capability, path)) || SupervisorHands.May(file.Matter, who, capability));

    // Who leads decides who may; before there is a lead, who took it in. Withdrawing stays with the window that took it in all along.
    private static IEnumerable<string> PathsFor(Verb verb, CaseFile file)
    {
        if (file.Lead is { } lead)
        {
            yield return lead.Path;
        }
        if (file.Office is { } office && (file.Lead is null || verb is Verb.Withdraw))
        {
            yield return office.Path;
        }
        yield return "/";
    }

    private static Refusal? Lacks(Requires requires, Deed deed) =>
        Text(requires, Requires.Reason, deed.Reason, "reason", LongestReason)
        ?? Given(requires, Requires.ReasonCode, deed.ReasonCode is not null, "reasonCode")
        ?? Given(requires, Requires.Unit, deed.UnitId is not null, "unitId")
        ?? Text(requires, Requires.Text, deed.Text, "text", LongestText)
        ?? Given(requires, Requires.Outcome, Enum.IsDefined(deed.Outcome) && deed.Outcome != MatterOutcome.None, "outcome")
        ?? Text(requires, Requires.Plan, deed.Plan, "plan", LongestText)
        ?? Given(requires, Requires.Plan, deed.ReviewOn is not null, "reviewOn")
        ?? Given(requires, Requires.OtherMatter, deed.OtherMatterId is not null, "otherMatterId")
        ?? Given(requires, Requires.Result, deed.Result is { } result && Enum.IsDefined(result), "result");

    private static Missing? Given(Requires requires, Requires flag, bool isGiven, string field) =>
        requires.HasFlag(flag) && !isGiven ? new Missing(field) : null;

    private static Refusal? Text(Requires requires, Requires flag, string? text, string field, int limit) =>
        Given(requires, flag, !string.IsNullOrWhiteSpace(text), field) is { } missing ? missing
        : text?.Length > limit ? new TooLong(field, limit)
        : null;
}
