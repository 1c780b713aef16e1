using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Detail;

/// <summary>A step as it is told: what, by whom, for which unit, how long the matter lay before it.</summary>
internal sealed record StepTold(Step Step, string What, string Who, string? Unit, string? Waited, string? Tone)
{
    private static readonly Verb[] _bad = [Verb.Return, Verb.SendBackAnswer, Verb.Escalate, Verb.Urge, Verb.Reopen, Verb.RejectReturn, Verb.RefuseExtension, Verb.RefuseSuspension];
    private static readonly Verb[] _good = [Verb.Close, Verb.Answer, Verb.ApproveAnswer, Verb.AnswerAtOnce];
    private static readonly Verb[] _wait = [Verb.AskRequester, Verb.ApproveSuspension, Verb.ProposeDecline, Verb.RequestExtension, Verb.ProposeSuspension];

    /// <summary>The latest first: that is what one comes to read.</summary>
    public static IReadOnlyList<StepTold> Tell(MatterStory story, Texts texts, OfficesSnapshot offices)
    {
        var lines = new List<StepTold>(story.Steps.Count);
        Step? before = null;
        foreach (var step in story.Steps)
        {
            lines.Add(new StepTold(
                step,
                texts.Name(step.Verb),
                Actor(step, texts, offices),
                step.UnitId is { } unit && unit != step.OfficeId ? texts["matters.step.unit", texts.Unit(offices, unit)] : null,
                before is null ? null : texts.Span(step.At - before.At),
                ToneOf(step)));
            before = step;
        }
        lines.Reverse();
        return lines;
    }

    private static string Actor(Step step, Texts texts, OfficesSnapshot offices) => step.ActorKind switch
    {
        ActorKind.Requester => texts["matters.step.requester"],
        ActorKind.Job => texts["matters.step.system"],
        _ => step.OfficeId is { } office ? texts["matters.step.by", texts.Unit(offices, office), texts.Show(step.PersonName)] : texts.Show(step.PersonName),
    };

    private static string? ToneOf(Step step) =>
        _bad.Contains(step.Verb) ? "bad" : _good.Contains(step.Verb) ? "good" : _wait.Contains(step.Verb) ? "wait" : null;
}
