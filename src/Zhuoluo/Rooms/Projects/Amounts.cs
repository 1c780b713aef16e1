namespace Zhuoluo.Rooms.Projects;

/// <summary>
/// What is stored whole and what people write: hundredths of a percent, thousandths of a target's unit, fen. No floating point anywhere; what
/// is finer than the stored unit is rounded, a half away from zero.
/// </summary>
internal static class Amounts
{
    private const decimal Hundredths = 100;
    private const decimal Thousandths = 1000;
    private const decimal FenInTenThousandYuan = 1_000_000;

    public static int OfPercent(decimal percent) => (int)Whole(percent, Hundredths);

    public static decimal Percent(int hundredths) => hundredths / Hundredths;

    public static long OfQuantity(decimal quantity) => Whole(quantity, Thousandths);

    public static decimal Quantity(long thousandths) => thousandths / Thousandths;

    /// <summary>Ten thousands of yuan to fen.</summary>
    public static long OfWan(decimal wan) => Whole(wan, FenInTenThousandYuan);

    public static decimal Wan(long fen) => fen / FenInTenThousandYuan;

    private static long Whole(decimal number, decimal parts) => (long)Math.Round(number * parts, MidpointRounding.AwayFromZero);
}
