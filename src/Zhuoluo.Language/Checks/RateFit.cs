namespace Zhuoluo.Language.Checks;

public enum RateFit
{
    /// <summary>Rounded half up to the printed digits.</summary>
    Rounded,

    /// <summary>Cut off behind the printed digits (87.45 as 87).</summary>
    Truncated,

    None,
}

/// <summary>Whether a printed rate follows from two numbers (rules G3.8).</summary>
public static class RateFits
{
    /// <summary>The printed rate and its digit are in percent points; the digit of 99.74 is 0.01.</summary>
    public static RateFit Of(decimal part, decimal whole, decimal printed, decimal digit)
    {
        if (whole == 0)
        {
            return RateFit.None;
        }
        var rate = part * 100 / whole;
        return Math.Abs(rate - printed) <= digit / 2 ? RateFit.Rounded
            : rate >= printed && rate < printed + digit ? RateFit.Truncated
            : RateFit.None;
    }

    /// <summary>Whether a part and a whole within their limits give the printed rate, rounded or cut off.</summary>
    public static bool Between(decimal partLow, decimal partHigh, decimal wholeLow, decimal wholeHigh, decimal printed, decimal digit) =>
        wholeLow > 0 && printed > partLow * 100 / wholeHigh - digit && printed <= partHigh * 100 / wholeLow + digit / 2;

    /// <summary>Whether any whole number of the base gives the printed rate.</summary>
    public static bool IsPossible(decimal whole, decimal printed, decimal digit)
    {
        var part = decimal.Floor(printed * whole / 100);
        return Of(part, whole, printed, digit) != RateFit.None || Of(part + 1, whole, printed, digit) != RateFit.None || Of(part - 1, whole, printed, digit) != RateFit.None;
    }
}
