using System.Globalization;

namespace Zhuoluo.Rooms.Figures;

/// <summary>A value as it is shown: thousands apart, as many places as its figure says.</summary>
internal static class FigureNumber
{
    public static string Of(FigureValue value) => value.Value is { } some ? some.ToString("N" + value.Definition.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : "—";

    public static string Of(decimal value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);

    /// <summary>Thousandths.</summary>
    public static string Kept(long thousandths) => Of(thousandths / 1000m);
}
