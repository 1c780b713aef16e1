using System.Text.RegularExpressions;

namespace Zhuoluo.Rooms.Rhythm.Bulletins;

/// <summary>
/// What stands between braces in a prose: a figure, softer on request; a table or a chart, of what was counted for this paper or of figures by months or
/// units; a condition. <c>{办结诉求|余}</c>, <c>{表：各单位情况}</c>, <c>{图：收到诉求、办结诉求|按月}</c>, <c>{若：红灯项目}</c>.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Without the mark that says what it is.</param>
internal sealed partial record TextPlace(TextPlaceKind Kind, string Name)
{
    private const char Bar = '|';
    private const char Comma = '、';
    private static readonly (string Mark, TextPlaceKind Kind)[] _marks = [("表：", TextPlaceKind.Table), ("图：", TextPlaceKind.Chart), ("若：", TextPlaceKind.Condition)];

    /// <summary>What is named before the bar.</summary>
    public string Label => Name.Split(Bar)[0];

    /// <summary>After the bar: a softer word of a figure, months or units, or the column of a table; null where there is no bar.</summary>
    public string? Style => Name.IndexOf(Bar, StringComparison.Ordinal) is >= 0 and var bar ? Name[(bar + 1)..] : null;

    /// <summary>By months or by units; null where it is not a breakdown of figures.</summary>
    public Breakdown? By => Kind is TextPlaceKind.Table or TextPlaceKind.Chart && Style is { } style && Breakdowns.Words.TryGetValue(style, out var by) ? by : null;

    /// <summary>The figures that it needs.</summary>
    public IEnumerable<string> Figures => Kind is TextPlaceKind.Figure or TextPlaceKind.Condition ? [Label] : By is null ? [] : Label.Split(Comma);

    public static TextPlace Read(string inside)
    {
        var (mark, kind) = Array.Find(_marks, m => inside.StartsWith(m.Mark, StringComparison.Ordinal));
        return mark is null ? new TextPlace(TextPlaceKind.Figure, inside) : new TextPlace(kind, inside[mark.Length..]);
    }

    /// <summary>Every place of a text, in its order.</summary>
    public static IEnumerable<TextPlace> Of(string prose) => Braces().Matches(prose).Select(m => Read(m.Groups[1].Value));

    /// <summary>As it is written.</summary>
    public override string ToString() => $"{{{MarkOf(Kind)}{Name}}}";

    public static string MarkOf(TextPlaceKind kind) => Array.Find(_marks, m => m.Kind == kind).Mark ?? "";

    [GeneratedRegex(@"\{([^{}]*)\}")]
    public static partial Regex Braces();
}

internal enum TextPlaceKind
{
    Figure,
    Table,
    Chart,
    Condition,
}
