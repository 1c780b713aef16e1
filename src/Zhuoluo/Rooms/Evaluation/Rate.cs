namespace Zhuoluo.Rooms.Evaluation;

/// <summary>A rate that is never without its two numbers. Percent, half up, two decimals (rules A4.2).</summary>
internal sealed record Rate(decimal Part, int Whole)
{
    /// <summary>Null of nothing.</summary>
    public decimal? Percent => Whole == 0 ? null : Math.Round(100 * Part / Whole, 2, MidpointRounding.AwayFromZero);

    /// <summary>A percentage of fewer than this says less than its two numbers and is not printed.</summary>
    public const int EnoughForPercent = 5;

    /// <summary>The percent as far as it is fit to be shown.</summary>
    public decimal? Shown => Whole < EnoughForPercent ? null : Percent;

    /// <summary>
    /// Wilson's 95 % interval in percent (rules A4.5). For weighted grades between 0 and 1 it is wider than needed, never narrower:
    /// their variance is at most that of yes and no.
    /// </summary>
    public (decimal Low, decimal High)? Interval
    {
        get
        {
            if (Whole == 0)
            {
                return null;
            }
            const decimal Z = 1.959964m;
            var (n, p) = ((decimal)Whole, Part / Whole);
            var middle = p + Z * Z / (2 * n);
            var half = Z * Root((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
            var below = 1 + Z * Z / n;
            return (Percents((middle - half) / below), Percents((middle + half) / below));
        }
    }

    private static decimal Percents(decimal share) => Math.Round(100 * Math.Clamp(share, 0, 1), 1, MidpointRounding.AwayFromZero);

    // Newton's, so that what is published is counted in decimals from end to end.
    private static decimal Root(decimal number)
    {
        var root = number > 1 ? number : 1m;
        for (var i = 0; i < 60 && root > 0; i++)
        {
            root = (root + number / root) / 2;
        }
        return root;
    }
}
