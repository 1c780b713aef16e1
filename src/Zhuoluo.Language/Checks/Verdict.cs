namespace Zhuoluo.Language.Checks;

/// <summary>What is to be said of one quantity (rules G3.11), in the order in which they are shown: overstated first.</summary>
public enum Verdict
{
    Overstated,
    Contradicts,
    WrongUnit,
    WrongDate,
    Understated,
    UnclearBase,
    Unreadable,
    Unbound,
    AgreesWithinHedge,
    Agrees,
    NotAFigure,
}
