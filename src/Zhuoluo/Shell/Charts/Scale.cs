namespace Zhuoluo.Shell.Charts;

/// <summary>Round numbers for an axis from zero.</summary>
internal static class Scale
{
    /// <summary>The step between at most <paramref name="lines"/> lines: 1, 2 or 5 times a power of ten, never below 1.</summary>
    public static long Step(decimal most, int lines)
    {
        var rough = Math.Max(1m, most / lines);
        var power = 1m;
        while (power * 10 <= rough)
        {
            power *= 10;
        }

        return (long)(rough <= power ? power : rough <= power * 2 ? power * 2 : rough <= power * 5 ? power * 5 : power * 10);
    }

    /// <summary>The highest line: the first step at or above <paramref name="most"/>, at least one step.</summary>
    public static long Top(decimal most, int lines) => Math.Max(1, (long)Math.Ceiling(most / Step(most, lines))) * Step(most, lines);
}
