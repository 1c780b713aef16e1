namespace Zhuoluo.Rooms.Disclosure;

/// <summary>
/// What the five grades weigh in the satisfied rate (rules A4.2): a vector with a version, printed beside every rate. Grades 3 to 5
/// count fully, 1 and 2 not at all, as the good rate of GB/T 39734 service evaluation does (rules A7.1, A7.7).
/// </summary>
internal static class Satisfaction
{
    public const string Version = "2026-1";

    /// <summary>Under so many valid ratings there is no rank, only the interval (rules A4.5).</summary>
    public const int EnoughToRank = 30;

    /// <summary>Weights of the grades 1 to 5.</summary>
    public static IReadOnlyList<decimal> Weights { get; } = [0m, 0m, 1m, 1m, 1m];

    /// <summary>The vector from the best grade down, as it is printed.</summary>
    public static string Printed { get; } = string.Join(", ", Weights.Reverse());

    /// <summary>Sum of the weighted grades; <paramref name="counts"/> holds how many gave each of the grades 1 to 5.</summary>
    public static decimal Weigh(IReadOnlyList<int> counts) => Weights.Zip(counts, (weight, count) => weight * count).Sum();
}
