namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>Which level of office the petition came down from, or was first brought to. Numbers are stored; never renumber.</summary>
internal enum SourceLevel { Central = 1, Province = 2, City = 3, County = 4, Town = 5 }

/// <summary>How it was brought (article 17). Numbers are stored; never renumber.</summary>
internal enum PetitionForm { Letter = 1, Visit = 2, Online = 3, Phone = 4 }

/// <summary>Sorted first of all (rules A8.2). Numbers are stored; never renumber.</summary>
internal enum PetitionSort
{
    /// <summary>Article 29.</summary>
    Suggestion = 1,

    /// <summary>Article 30: goes to the discipline bodies and is never shown to those accused.</summary>
    Accusation = 2,

    /// <summary>Article 31, six routes.</summary>
    Claim = 3,
}

/// <summary>The six routes of article 31; only the last has the 60 days and an opinion. Numbers are the law's and stored.</summary>
internal enum PetitionRoute
{
    /// <summary>Courts, procurators, police by their own procedures.</summary>
    Judicial = 1,
    Arbitration = 2,

    /// <summary>Appeals of Party members, requests for re-examination.</summary>
    PartyAppeal = 3,

    /// <summary>Reconsideration, adjudication, confirmation, permit, penalty.</summary>
    Administrative = 4,

    /// <summary>A duty to act against a breach or to protect a right: done or answered.</summary>
    StatutoryDuty = 5,

    /// <summary>None of these: heard, looked into, a written opinion.</summary>
    Opinion = 6,
}

/// <summary>How far the petition is by its own law. Whether it is open stands in the matter alone. Numbers are stored; never renumber.</summary>
internal enum PetitionStage
{
    Registered = 1,
    Sorted = 2,
    Forwarded = 3,

    /// <summary>Accepted on the sixth route; the 60 days run.</summary>
    Handling = 4,

    /// <summary>Told that another procedure deals with it.</summary>
    Elsewhere = 5,
    NotAccepted = 6,
    OpinionGiven = 7,
    InReview = 8,
    Reviewed = 9,
    InSecondReview = 10,

    /// <summary>After the second review: the same facts are not accepted again (article 36).</summary>
    Final = 11,
}

/// <summary>What the opinion says to the claim (article 32). Numbers are stored; never renumber.</summary>
internal enum OpinionOutcome
{
    Support = 1,

    /// <summary>Reasonable, but no law supports it.</summary>
    Explain = 2,
    NotSupport = 3,
}

/// <summary>Whose opinion it is: the handling unit's, the review (复查), the second review (复核). Numbers are stored; never renumber.</summary>
internal enum OpinionLevel { First = 1, Review = 2, SecondReview = 3 }

/// <summary>What a review does to the opinion under it. Numbers are stored; never renumber.</summary>
internal enum ReviewRuling { Uphold = 1, Change = 2, Revoke = 3 }

/// <summary>What stands in the diary. Numbers are stored; never renumber.</summary>
internal enum NoteKind { HomeVisit = 1, Talk = 2, Call = 3, Meeting = 4, CameAgain = 5, Other = 9 }
