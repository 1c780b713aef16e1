using System.Collections.Frozen;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Figures;

/// <summary>Units of measure in the reader's language. Definitions, exports and calls keep the catalogue's own; one that has no word here is shown as it was typed.</summary>
internal static class MeasureWords
{
    private static readonly Lazy<FrozenDictionary<string, string>> _words = new(() =>
        FigureJson.Read<Dictionary<string, string>>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "catalog", "figures", ShippedFigures.MeasuresFile))).ToFrozenDictionary());

    /// <summary>By the unit as the catalogue writes it, the word under which its text stands.</summary>
    public static IReadOnlyDictionary<string, string> All => _words.Value;

    /// <param name="texts">Of the reader's language.</param>
    /// <param name="unit">As in a definition.</param>
    /// <param name="value">Of how many: one has a word of its own; null where it stands by itself.</param>
    public static string Measure(this Texts texts, string unit, decimal? value = null)
    {
        if (!All.TryGetValue(unit, out var word))
        {
            return texts.Show(unit);
        }
        // One and many, where a language tells them apart.
        var forms = texts["figures.measure-word." + word].Split('|');
        return value == 1 ? forms[0] : forms[^1];
    }

    /// <summary>A value as it is shown, with its unit.</summary>
    public static string Measured(this Texts texts, FigureValue value) => Space(FigureNumber.Of(value), texts.Measure(value.Definition.Unit, value.Value));

    /// <summary>Thousandths with their unit.</summary>
    public static string Measured(this Texts texts, long thousandths, string unit) => Space(FigureNumber.Kept(thousandths), texts.Measure(unit, thousandths / 1000m));

    private static string Space(string number, string unit) => $"{number} {unit}";
}
