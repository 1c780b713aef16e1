namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>What can be done to a petition beside what can be done to its matter. Numbers are stored; never renumber.</summary>
internal enum PetitionVerb
{
    Register = 1,
    Sort = 2,
    Forward = 3,
    TellAccepted = 4,
    TellElsewhere = 5,
    TellNotAccepted = 6,
    GiveOpinion = 7,
    AskReview = 8,
    DecideReview = 9,
    Revoke = 10,
    AskSecondReview = 11,
    DecideSecondReview = 12,
    BeginHearing = 13,
    EndHearing = 14,
    AddRepeat = 15,
    FlagHard = 16,
    UnflagHard = 17,
    GiveLead = 18,
    Note = 19,
    Resolve = 20,
    CheckResolved = 21,
    RejectResolved = 22,
    Recuse = 23,
}
