using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>Which decision belongs to which verb; gate first, then the verb's own rules. Pure.</summary>
internal static class PetitionRules
{
    public static Outcome<PetitionRuling> Decide(PetitionFile file, PetitionDeed deed, Act act) =>
        PetitionGate.Refuse(file, deed, act) is { } refusal ? refusal : deed.Verb switch
        {
            PetitionVerb.Sort => PetitionSorting.Sort(file, deed, act),
            PetitionVerb.Forward => PetitionSorting.Forward(file, deed, act),
            PetitionVerb.TellAccepted => PetitionTelling.Accepted(file, act),
            PetitionVerb.TellElsewhere => PetitionTelling.Elsewhere(file, act),
            PetitionVerb.TellNotAccepted => PetitionTelling.NotAccepted(file, act),
            PetitionVerb.GiveOpinion => PetitionOpinions.Give(file, deed, act),
            PetitionVerb.AskReview => PetitionOpinions.Ask(file, deed, OpinionLevel.Review, act),
            PetitionVerb.DecideReview => PetitionOpinions.Decide(file, deed, OpinionLevel.Review, act),
            PetitionVerb.Revoke => PetitionOpinions.Revoke(file, deed, act),
            PetitionVerb.AskSecondReview => PetitionOpinions.Ask(file, deed, OpinionLevel.SecondReview, act),
            PetitionVerb.DecideSecondReview => PetitionOpinions.Decide(file, deed, OpinionLevel.SecondReview, act),
            PetitionVerb.BeginHearing => PetitionOpinions.Hearing(file, isOver: false, act),
            PetitionVerb.EndHearing => PetitionOpinions.Hearing(file, isOver: true, act),
            PetitionVerb.AddRepeat => PetitionKeeping.AddRepeat(file, deed, act),
            PetitionVerb.FlagHard => PetitionKeeping.Flag(file, deed, isHard: true),
            PetitionVerb.UnflagHard => PetitionKeeping.Flag(file, deed, isHard: false),
            PetitionVerb.GiveLead => PetitionKeeping.GiveLead(file, act),
            PetitionVerb.Note => PetitionKeeping.Note(deed, act),
            PetitionVerb.Resolve => PetitionKeeping.Resolve(file, deed, act),
            PetitionVerb.CheckResolved => PetitionKeeping.Check(file, isSo: true, act),
            PetitionVerb.RejectResolved => PetitionKeeping.Check(file, isSo: false, act),
            PetitionVerb.Recuse => PetitionKeeping.Recuse(file, act),
            _ => throw new InvalidOperationException("Registering makes a petition; it is no deed done to one."),
        };
}
