using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects;

/// <summary>Names of this room's words, units and amounts in the reader's language.</summary>
internal static class ProjectNames
{
    private const decimal Hundredths = 100;
    private const decimal Thousandths = 1000;
    private const decimal FenInTenThousandYuan = 1_000_000;

    public static string Said<T>(this Texts texts, string list, T value)
        where T : struct, Enum => texts[$"project.{list}.{Word<T>.Of(value)}"];

    public static string UnitName(this Texts texts, OfficesSnapshot offices, long? id) => id is { } known && offices.Unit(known) is { } unit ? texts.Show(unit.Name) : "—";

    public static string PlaceName(this Texts texts, OfficesSnapshot offices, string code) => texts.Show(offices.Place(code)?.Name ?? code);

    /// <summary>Hundredths of a percent as 62.5%.</summary>
    public static string Percent(int hundredths) => (hundredths / Hundredths).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>Thousandths of a unit as 57,032.7.</summary>
    public static string Amount(long thousandths) => (thousandths / Thousandths).ToString("#,0.###", CultureInfo.InvariantCulture);

    /// <summary>Whole fen in ten thousands of yuan.</summary>
    public static string Wan(long fen) => (fen / FenInTenThousandYuan).ToString("#,0.######", CultureInfo.InvariantCulture);

    /// <summary>The causes of a light, in words.</summary>
    public static string Causes(this Texts texts, LightCause causes) => string.Join(texts["project.comma"],
        Enum.GetValues<LightCause>().Where(c => c != LightCause.None && causes.HasFlag(c)).Select(c => texts.Said("cause", c)));
}
