using System.Globalization;
using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Rooms.Rhythm.Bulletins;

/// <summary>
/// A count in softer words (rules G3.2): asked for by a style, chosen by the value. A wording that would not be true of the value, or no shorter, is not
/// written: then the number itself stands there.
/// </summary>
internal static class HedgedFigure
{
    private static readonly Dictionary<string, HedgeWish> _wishes = new()
    {
        ["余"] = HedgeWish.Over,
        ["超"] = HedgeWish.Beyond,
        ["近"] = HedgeWish.Nearly,
        ["约"] = HedgeWish.About,
        ["以上"] = HedgeWish.AtLeast,
    };

    public static IEnumerable<string> Styles => _wishes.Keys;

    public static bool IsStyle(string? style) => style is null || _wishes.ContainsKey(style);

    /// <summary>What is no whole number stays as it is.</summary>
    public static string Write(string text, string? style) =>
        style is not null && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? HedgedNumber.Write(value, "", _wishes[style], NumberStyle.DigitsWithPlaces) : text;
}
