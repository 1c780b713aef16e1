using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Parts;

namespace Zhuoluo.Rooms.Projects;

/// <summary>Names of this room's words, units and amounts in the reader's language.</summary>
internal static class ProjectNames
{
    private const decimal FenInHundredMillion = 10_000_000_000;

    public static string Said<T>(this Texts texts, string list, T value)
        where T : struct, Enum => texts[$"project.{list}.{Word<T>.Of(value)}"];

    /// <summary>All values of a list of words, for a select.</summary>
    public static IReadOnlyList<SelectListItem> Choices<T>(this Texts texts, string list)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new SelectListItem(texts.Said(list, v), Word<T>.Of(v)))];

    public static string UnitName(this Texts texts, OfficesSnapshot offices, long? id) => id is { } known && offices.Unit(known) is { } unit ? texts.Show(unit.Name) : "—";

    public static string PlaceName(this Texts texts, OfficesSnapshot offices, string code) => texts.Show(offices.Place(code)?.Name ?? code);

    /// <summary>Hundredths of a percent as 62.5%.</summary>
    public static string Percent(int hundredths) => HowFarPart.Said(hundredths);

    /// <summary>Thousandths of a unit as 57,032.7.</summary>
    public static string Amount(long thousandths) => Amounts.Quantity(thousandths).ToString("#,0.###", CultureInfo.InvariantCulture);

    /// <summary>Whole fen in ten thousands of yuan.</summary>
    public static string Wan(long fen) => Amounts.Wan(fen).ToString("#,0.######", CultureInfo.InvariantCulture);

    /// <summary>Whole fen as articles write it: hundred millions of yuan, below that ten thousands; exact, never rounded.</summary>
    public static string Yuan(this Texts texts, long fen) => fen >= FenInHundredMillion
        ? texts["project.agreement.yi", (fen / FenInHundredMillion).ToString("#,0.##########", CultureInfo.InvariantCulture)]
        : texts["project.agreement.wan", Wan(fen)];

    /// <summary>The causes of a light, in words.</summary>
    public static string Causes(this Texts texts, LightCause causes) => string.Join(texts["refusal.list-comma"],
        Enum.GetValues<LightCause>().Where(c => c != LightCause.None && causes.HasFlag(c)).Select(c => texts.Said("cause", c)));
}
