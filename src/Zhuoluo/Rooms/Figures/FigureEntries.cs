using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Figures;

/// <summary>A figure was defined anew, changed, or withdrawn: the version that holds from now on.</summary>
internal sealed record FigureDefinedV1(Code Figure, int DefinitionVersion, FigureMeasure Measure, bool IsWithdrawn) : IEntry
{
    public static string Kind => "figure.defined";
    public static int Version => 1;
}

/// <summary>A value from outside was recorded.</summary>
/// <param name="Figure">Its key.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Value">Thousandths of its unit.</param>
/// <param name="IsEstimate">Not final.</param>
internal sealed record FigureToldV1(Code Figure, DateOnly From, DateOnly To, long Value, bool IsEstimate) : IEntry
{
    public static string Kind => "figure.told";
    public static int Version => 1;
}

/// <summary>A figure was stated: whoever has its list of records can prove that it was this one.</summary>
/// <param name="Figure">Its key.</param>
/// <param name="DefinitionVersion">By which it was counted.</param>
/// <param name="Unit">Of which unit; null for all.</param>
/// <param name="From">First day; null for whenever.</param>
/// <param name="To">Last day.</param>
/// <param name="Value">Thousandths of its unit.</param>
/// <param name="Records">How many records.</param>
/// <param name="Digest">First half of the SHA-256, hexadecimal.</param>
/// <param name="DigestRest">Second half.</param>
/// <param name="IsCorrection">It takes the place of an earlier one.</param>
internal sealed record FigureStatedV1(Code Figure, int DefinitionVersion, Code? Unit, DateOnly? From, DateOnly? To, long Value, long Records, Code Digest, Code DigestRest, bool IsCorrection) : IEntry
{
    public static string Kind => "figure.stated";
    public static int Version => 1;
}

/// <summary>A stated figure can be read by the public from now on.</summary>
internal sealed record FigurePublishedV1(Code Figure, long Value) : IEntry
{
    public static string Kind => "figure.published";
    public static int Version => 1;
}

/// <summary>Sums were held against each other.</summary>
internal sealed record FigureReconciledV1(int Checks, int Failed) : IEntry
{
    public static string Kind => "figure.reconciled";
    public static int Version => 1;
}
