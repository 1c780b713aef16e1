using System.Globalization;

namespace Zhuoluo.Rooms.Evaluation;

/// <summary>
/// How the rates are counted from a day on: printed beside every rate (rules A4.2). Version 1 ships in catalog/evaluation/definition.json;
/// the county makes the next ones, each with its reason.
/// </summary>
internal sealed class RateDefinition
{
    public required long Id { get; init; }
    public required int Version { get; init; }

    /// <summary>What the grades 1 to 5 weigh, in hundredths: "0,0,60,100,100".</summary>
    public required string Weights { get; init; }

    /// <summary>From this share of exclusions on, in percent, a rate is grey (rules A4.4).</summary>
    public required int ExclusionCap { get; init; }

    /// <summary>What share of a month's closed matters is drawn for calls, in percent.</summary>
    public required int DrawShare { get; init; }
    public required DateOnly From { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public string MadeByName { get; init; } = "";

    public IReadOnlyList<decimal> Vector => [.. Weights.Split(',').Select(w => int.Parse(w, CultureInfo.InvariantCulture) / 100m)];

    /// <summary>From the best grade down, as it is printed.</summary>
    public string Printed => string.Join(" / ", Vector.Reverse().Select(w => w.ToString("0.##", CultureInfo.InvariantCulture)));

    /// <summary>Sum of the weighted grades; <paramref name="counts"/> holds how many gave each of the grades 1 to 5.</summary>
    public decimal Weigh(IReadOnlyList<int> counts) => Vector.Zip(counts, (weight, count) => weight * count).Sum();
}
