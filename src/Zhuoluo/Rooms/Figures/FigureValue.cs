using System.Globalization;

namespace Zhuoluo.Rooms.Figures;

/// <summary>What a figure comes to. Null where there is nothing to divide by, or nobody has told it yet.</summary>
internal sealed record FigureValue(FigureDefinition Definition, FigureScope Scope, decimal? Value)
{
    /// <summary>Records behind it; of a rate, those of its numerator.</summary>
    public long Records { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public decimal? Excluded { get; init; }

    /// <summary>Of an external one.</summary>
    public bool IsEstimate { get; init; }
    public string? ToldBy { get; init; }

    /// <summary>Thousandths, as kept and recorded.</summary>
    public long? Thousandths => Value is { } value ? (long)(value * 1000m) : null;

    public string Text => Value is { } value ? Written(value) : "—";

    public static string Written(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Half away from zero (rules G3.8).</summary>
    public static decimal Rounded(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
