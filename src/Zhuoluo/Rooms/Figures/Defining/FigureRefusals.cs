using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Figures.Defining;

internal sealed record UnknownCondition(string Name, IReadOnlyList<string> Known) : Refusal("unknown-condition")
{
    public override string? Field => "Where";
    public override IReadOnlyList<object> Arguments => [Name, string.Join(", ", Known)];
}

internal sealed record UnknownConditionWord(string Name, string Word, IReadOnlyList<string> Known) : Refusal("unknown-condition-word")
{
    public override string? Field => "Where";
    public override IReadOnlyList<object> Arguments => [Name, Word, string.Join(", ", Known)];
}

internal sealed record UnknownFigure(string Key) : Refusal("unknown-figure")
{
    public override string? Field => "Of";
    public override IReadOnlyList<object> Arguments => [Key];
}

/// <summary>It would be counted from itself.</summary>
internal sealed record FigureOfItself(string Key) : Refusal("figure-of-itself")
{
    public override string? Field => "Of";
    public override IReadOnlyList<object> Arguments => [Key];
}

/// <summary>Rates are neither added up nor divided.</summary>
internal sealed record RateInFigure(string Name) : Refusal("rate-in-figure")
{
    public override string? Field => "Of";
    public override IReadOnlyList<object> Arguments => [Name];
}

internal sealed record RateNeedsTwo() : Refusal("rate-needs-two")
{
    public override string? Field => "Of";
}

/// <summary>People and person-times, matters and money never add.</summary>
internal sealed record UnitsDiffer(string One, string Other) : Refusal("units-differ")
{
    public override string? Field => "Of";
    public override IReadOnlyList<object> Arguments => [One, Other];
}

/// <summary>Sums that must be equal are not: nothing that rests on them is stated until they are.</summary>
internal sealed record SumsDisagree(string Check, long Left, long Right) : Refusal("sums-disagree")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
    public override IReadOnlyList<object> Arguments => [Check, Left, Right];
}

internal sealed record NothingToState(string Name) : Refusal("nothing-to-state")
{
    public override IReadOnlyList<object> Arguments => [Name];
}

internal sealed record NotExternal() : Refusal("figure-not-external");

internal sealed record ValueOutOfRange() : Refusal("figure-value-range")
{
    public override string? Field => "Value";
}
