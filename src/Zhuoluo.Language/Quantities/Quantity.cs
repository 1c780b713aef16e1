namespace Zhuoluo.Language.Quantities;

/// <summary>What a quantity is in its text. Only figures, percentages and money are claims that records could answer.</summary>
public enum Role
{
    Figure,
    Percent,
    Money,
    Date,
    Ordinal,
    Label,
    Rank,
    Ratio,
    Id,
}

/// <summary>How firmly a text says a number (rules G3.2). Estimated wins over every other hedge beside it.</summary>
public enum Qualifier
{
    Exact,
    Over,
    Nearly,
    About,
    AtLeast,
    AtMost,
    Estimated,
    Range,
}

/// <summary>One quantity of a text, in base units (yuan, people, 亩 and other measure words as written).</summary>
/// <param name="Start">First UTF-16 unit in the text as given, hedge included.</param>
/// <param name="End">Behind the last UTF-16 unit, measure word and hedge included.</param>
/// <param name="Raw">What stands there in the text as given.</param>
/// <param name="Value">The number written; null where it cannot be read, and for dates.</param>
/// <param name="Span">Where the true value must lie if the text is right.</param>
/// <param name="Unit">Base unit; 个 where a noun stands for the measure word; null where the text has none.</param>
/// <param name="Dimension">What the unit counts; only equal dimensions compare.</param>
/// <param name="Qualifier">The hedge, estimated before all others.</param>
/// <param name="Role">Whether it is a claim at all.</param>
/// <param name="AsOf">The day for which it is said (截至), or the date itself.</param>
/// <param name="Digit">One unit of the last digit written, in base units: what rounding may hide.</param>
/// <param name="At">Where the numeral begins in the clean form.</param>
/// <param name="After">Behind the measure word, in the clean form.</param>
public sealed record Quantity(
    int Start, int End, string Raw, decimal? Value, Interval Span, string? Unit, Dimension Dimension,
    Qualifier Qualifier, Role Role, WrittenDate? AsOf, decimal Digit, int At, int After)
{
    /// <summary>Hedges that contradict each other, as written (近…余); null in the usual case.</summary>
    public string? Clash { get; init; }

    /// <summary>The number is damaged (7516-9岁) or the date does not exist.</summary>
    public bool IsBroken { get; init; }

    /// <summary>余 behind a number that has no round end (185余): against the custom, not false.</summary>
    public bool IsOddlyHedged { get; init; }

    /// <summary>One word for another measure of the same thing stands in the text: what is printed, 名 where the unit is 人.</summary>
    public string? Printed { get; init; }

    public bool IsClaim => Role is Role.Figure or Role.Percent or Role.Money;
}
