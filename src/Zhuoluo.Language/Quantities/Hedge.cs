namespace Zhuoluo.Language.Quantities;

/// <summary>The hedges around one number, gathered before the measure word and behind it.</summary>
internal struct Hedge
{
    public bool Over;
    public bool Nearly;
    public bool About;
    public bool AtLeast;
    public bool AtMost;
    public bool UpTo;
    public bool Estimated;
    public bool Open;
    public bool Below;

    /// <summary>Contradicting words: nearly and over, at least and at most, over and about.</summary>
    public readonly bool IsClash => (Nearly && (Over || Open || AtLeast)) || (AtLeast && AtMost) || (About && (Over || Open || Nearly || AtLeast || AtMost)) || (AtMost && (Over || Open));

    public readonly Qualifier Qualifier =>
        Estimated ? Qualifier.Estimated
        : IsClash || About || UpTo ? Qualifier.About
        : Over || Open ? Qualifier.Over
        : Nearly ? Qualifier.Nearly
        : AtLeast ? Qualifier.AtLeast
        : AtMost || Below ? Qualifier.AtMost
        : Qualifier.Exact;

    /// <summary>Rules G3.2. <paramref name="grain"/> is what 余 and 近 may hide, <paramref name="rounding"/> half of the last digit of a 1.6万.</summary>
    public readonly Interval Span(decimal value, decimal grain, decimal rounding)
    {
        if (Nearly && (Over || Open))
        {
            return new Interval(value - grain, true, value + grain, false);
        }
        if (Open)
        {
            return new Interval(value, false, null, false);
        }
        if (Over)
        {
            return new Interval(value, false, value + grain, false);
        }
        if (Nearly)
        {
            return new Interval(value - grain, true, value, false);
        }
        if (AtLeast && !AtMost)
        {
            return new Interval(value, true, null, false);
        }
        if (AtMost)
        {
            return new Interval(null, false, value, true);
        }
        if (Below)
        {
            return new Interval(null, false, value, false);
        }
        if (UpTo)
        {
            return new Interval(value * 0.95m, true, value, true);
        }
        if (About)
        {
            return new Interval(value * 0.95m, true, value * 1.05m, true);
        }
        return rounding == 0 ? Interval.Point(value) : new Interval(value - rounding, true, value + rounding, true);
    }
}
