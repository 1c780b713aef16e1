using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zhuoluo.Rooms.Rhythm.Bulletins;

/// <summary>Everything that was counted for a bulletin, as it stood on its day: it does not move when the records do.</summary>
internal sealed record Computed(IReadOnlyList<ComputedFigure> Figures, IReadOnlyList<ComputedTable> Tables)
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Computed Read(string json) => JsonSerializer.Deserialize<Computed>(json, _options) ?? new([], []);

    public ComputedFigure? Figure(string label) => Figures.FirstOrDefault(f => f.Label == label);

    public string Write() => JsonSerializer.Serialize(this, _options);
}

/// <param name="Key">Name of the count, such as matters.received.</param>
/// <param name="Label">How the prose names it between braces.</param>
/// <param name="Text">As it is printed.</param>
/// <param name="Href">Where staff see the records that it counts; null where no list says exactly that.</param>
internal sealed record ComputedFigure(string Key, string Label, string Text, string? Href)
{
    /// <summary>The figure that stands behind it, with the period for which it was counted here; null for what is counted for this kind of paper alone.</summary>
    public string? Figure { get; init; }

    /// <summary>What it was stated as when the text went to its second reader.</summary>
    public long? StatedId { get; init; }

    /// <summary>Where the public sees how it was counted.</summary>
    public string? PublicHref => StatedId is { } id ? "/public/figures/" + id.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
}

internal sealed record ComputedTable(string Key, string Label, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Of figures broken down; null for what was counted as a table for this kind of paper.</summary>
    public Breakdown? By { get; init; }

    /// <summary>As it is printed, where the label says how it is asked for.</summary>
    public string? Caption { get; init; }

    /// <summary>Keys of the computed figures of its columns after the first.</summary>
    public IReadOnlyList<string> FigureKeys { get; init; } = [];

    /// <summary>The last row is the sum of the others, and so the figure itself.</summary>
    public bool HasTotal { get; init; }

    /// <summary>The rows without the sum.</summary>
    [JsonIgnore]
    public IReadOnlyList<IReadOnlyList<string>> Parts => HasTotal && Rows.Count > 0 ? [.. Rows.Take(Rows.Count - 1)] : Rows;

    /// <summary>Columns whose cells are all numbers stand to the right.</summary>
    public bool IsNumber(int column) => Rows.Count > 0 && Rows.All(r => r[column].Length > 0 && r[column].All(c => char.IsAsciiDigit(c) || c is '.' or '%' or '-'));

    /// <summary>In characters: as wide as its widest cell, within reason.</summary>
    public int WidthOf(int column) => Math.Clamp(Rows.Max(r => r[column].Length) + 1, Math.Max(4, Columns[column].Length + 1), 14);
}
