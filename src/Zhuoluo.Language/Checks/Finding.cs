namespace Zhuoluo.Language.Checks;

/// <summary>What a check found, by the reason that a person is told.</summary>
public enum Reason
{
    /// <summary>近 and 余, or two other hedges that exclude each other, at one number.</summary>
    HedgeClash,

    /// <summary>余 at a number without a round end (185余).</summary>
    OddHedge,

    /// <summary>The parts add up to something else than the total; words: sum, total.</summary>
    PartsSum,

    /// <summary>A part is more than its whole; words: part, whole.</summary>
    PartExceeds,

    /// <summary>Whole less what is done is not what is said to be left; words: difference, said.</summary>
    Remainder,

    /// <summary>The rate does not follow from the numbers beside it; words: rate that follows, rate said.</summary>
    Rate,

    /// <summary>The rate follows from another base than the one named; words: base that fits, base named.</summary>
    RateBase,

    /// <summary>No whole number of that base gives this rate; words: base, rate said.</summary>
    RateImpossible,

    /// <summary>The change does not give the percentage; words: percentage that follows, percentage said.</summary>
    Change,

    /// <summary>Said to rise and falls, or the other way; words: the first number, the second.</summary>
    Direction,

    /// <summary>The average does not follow from total and count; words: average that follows, average said.</summary>
    Average,

    /// <summary>Shares that leave nothing out do not make up a hundred; words: their sum.</summary>
    SharesSum,

    /// <summary>Two digits may have changed places; words: number that would fit.</summary>
    DigitsSwapped,

    /// <summary>More items are named than announced; words: named, announced.</summary>
    ListedMore,

    /// <summary>One item fewer is named than announced; words: named, announced.</summary>
    ListedFewer,

    /// <summary>All are said to be done and some to be left; words: left.</summary>
    AllButSome,

    /// <summary>All are said to go on and some to be done; words: going on, done.</summary>
    StillAndDone,

    /// <summary>The same thing is said twice with different numbers; words: the other number.</summary>
    Restated,

    /// <summary>The same things are counted by two measure words; words: the other wording.</summary>
    UnitVaries,

    /// <summary>The same number once as people and once as person-times; words: the other wording.</summary>
    PeopleAndTimes,

    /// <summary>Homes and people do not go together; words: people per home.</summary>
    PeoplePerHome,

    /// <summary>No such day exists.</summary>
    NoSuchDay,

    /// <summary>A stretch of days that ends before it begins; words: first day, last day.</summary>
    DaysBackwards,

    /// <summary>Counted up to a day after the text was written; words: day of the text.</summary>
    AfterText,

    /// <summary>The number is damaged and was not guessed.</summary>
    Damaged,

    /// <summary>Numbers that go together, do; words: the sum as it works out.</summary>
    Holds,

    /// <summary>The records say something; words: value of the records.</summary>
    Records,
}

/// <summary>
/// One finding: its reason, the quantities it is about by their place in the list, the one to mark first, and what to fill in. The verdict is
/// what it makes of the first quantity; a remark has none and changes nothing.
/// </summary>
public sealed record Finding(Reason Reason, Verdict? Verdict, IReadOnlyList<int> About, IReadOnlyList<string> Words);
