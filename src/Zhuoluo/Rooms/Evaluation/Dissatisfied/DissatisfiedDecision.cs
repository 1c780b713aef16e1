using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Evaluation.Dissatisfied;

/// <summary>What follows from a deed, as a value. Pure.</summary>
internal static class DissatisfiedDecision
{
    public const int DaysToTry = 3;

    public static Outcome<DissatisfactionState> Decide(Dissatisfaction item, IReadOnlyList<DissatisfactionStep> steps, DissatisfiedDeed deed, string? unitPath, Act act)
    {
        if (DissatisfactionLines.Find(item.State, deed.Verb) is not { } line)
        {
            return new NotFromThere();
        }
        if (!Organisation.Permissions.May(act.Who, line.Who, unitPath ?? "/"))
        {
            return new NotPermitted();
        }
        if (deed.ExpectedVersion != 0 && deed.ExpectedVersion != item.Version)
        {
            return new ChangedMeanwhile(steps.Count == 0 ? "" : steps[^1].PersonName, steps.Count == 0 ? item.OpenedAt : steps[^1].At);
        }
        return Lacks(line, item, steps, deed, act) is { } refusal ? refusal : line.To ?? (DissatisfactionState)(int)item.AskedExit;
    }

    private static Refusal? Lacks(DissatisfactionLine line, Dissatisfaction item, IReadOnlyList<DissatisfactionStep> steps, DissatisfiedDeed deed, Act act)
    {
        if (line.Asks.HasFlag(Asks.Note) && string.IsNullOrWhiteSpace(deed.Note))
        {
            return new Missing("Note");
        }
        if (deed.Note?.Length > DissatisfiedDeed.LongestNote)
        {
            return new TooLong("Note", DissatisfiedDeed.LongestNote);
        }
        if (line.Asks.HasFlag(Asks.OtherPerson) && steps.LastOrDefault(s => s.Verb == DissatisfactionVerb.AskExit) is { } asked && IsSame(act.Who, asked))
        {
            return new AskerDecides();
        }
        if (line.Asks.HasFlag(Asks.ThreeDays) && Days(steps) < DaysToTry)
        {
            return new TriesMissing(DaysToTry);
        }
        return line.Asks.HasFlag(Asks.Exit) ? WrongExit(item, deed, act) : null;
    }

    private static Refusal? WrongExit(Dissatisfaction item, DissatisfiedDeed deed, Act act) => deed.Exit switch
    {
        DissatisfactionExit.None => new Missing("Exit"),
        _ when !Enum.IsDefined(deed.Exit) => new Missing("Exit"),
        DissatisfactionExit.Struck when item.Source != DissatisfactionSource.Rating => new OnlyRatingsAreStruck(),
        DissatisfactionExit.Deferred when deed.ReviewOn is null => new Missing("ReviewOn"),
        DissatisfactionExit.Deferred when deed.ReviewOn <= LocalDay.Of(act.At) => new DateNotAhead(),
        _ => null,
    };

    /// <summary>On how many days since the last word somebody tried to call.</summary>
    public static int Days(IReadOnlyList<DissatisfactionStep> steps) => steps
        .Reverse().TakeWhile(s => s.Verb == DissatisfactionVerb.MissCall).Select(s => LocalDay.Of(s.At)).Distinct().Count();

    private static bool IsSame(Actor who, DissatisfactionStep step) =>
        who.PersonId is { } id ? id == step.PersonId : step.PersonId is null && who.Name == step.PersonName;
}
