namespace Zhuoluo.Rooms.Rhythm.Bulletins;

/// <summary>Ways to put a figure into a prose by picking it: as it is, in softer words, or as a table or chart on a line of its own.</summary>
internal static class Picks
{
    private static readonly Dictionary<string, (TextPlaceKind Kind, string? Style)> _shapes = new()
    {
        ["plain"] = (TextPlaceKind.Figure, null),
        ["over"] = (TextPlaceKind.Figure, "余"),
        ["beyond"] = (TextPlaceKind.Figure, "超"),
        ["nearly"] = (TextPlaceKind.Figure, "近"),
        ["about"] = (TextPlaceKind.Figure, "约"),
        ["at-least"] = (TextPlaceKind.Figure, "以上"),
        ["chart-by-month"] = (TextPlaceKind.Chart, "按月"),
        ["chart-by-unit"] = (TextPlaceKind.Chart, "按单位"),
        ["table-by-month"] = (TextPlaceKind.Table, "按月"),
        ["table-by-unit"] = (TextPlaceKind.Table, "按单位"),
        ["chart"] = (TextPlaceKind.Chart, null),
        ["table"] = (TextPlaceKind.Table, null),
        ["when"] = (TextPlaceKind.Condition, null),
    };

    // Where the label goes; no label has one.
    private const string Label = "*";

    public static IEnumerable<string> Shapes => _shapes.Keys;

    /// <summary>A place as it is written around any label, which stands as a star, with line breaks where it needs a line of its own.</summary>
    public static string Pattern(string shape)
    {
        var (kind, style) = _shapes[shape];
        var place = new TextPlace(kind, style is null ? Label : $"{Label}|{style}").ToString();
        return kind switch
        {
            TextPlaceKind.Table or TextPlaceKind.Chart => $"\n{place}\n",
            TextPlaceKind.Condition => $"\n{place}",
            _ => place,
        };
    }

    /// <summary>Nothing for a shape that is not offered.</summary>
    public static string Written(string? label, string? shape) =>
        string.IsNullOrWhiteSpace(label) || shape is null || !_shapes.ContainsKey(shape) ? "" : Pattern(shape).Replace(Label, label, StringComparison.Ordinal);
}
