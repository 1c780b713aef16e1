namespace Zhuoluo.Rooms.Figures;

/// <summary>Traits that many sources have.</summary>
internal static class FigureTraits
{
    public const string Yes = "yes";
    public const string No = "no";

    public static FigureTrait YesNo(string name) => new(name, [Yes, No], "figures.");

    /// <summary>Null where it is not asked for.</summary>
    public static bool? Flag(this FigureAsk ask, string name) => ask[name] switch { Yes => true, No => false, _ => null };
}
