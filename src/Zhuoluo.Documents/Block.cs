namespace Zhuoluo.Documents;

/// <summary>A piece of the text, in reading order.</summary>
public abstract record Block;

/// <summary>A heading of level 1 to 4; its number (一、 （一） 1. （1）) is counted, not written.</summary>
public sealed record Heading(int Level, string Text) : Block;

public sealed record Paragraph(IReadOnlyList<Span> Spans) : Block
{
    public Paragraph(string text) : this([new Span(text)])
    {
    }

    public string Text => string.Concat(Spans.Select(s => s.Text));
}

/// <summary>A label in 黑体 before its words, as minutes name those present (出席：…).</summary>
public sealed record Labelled(string Label, string Text) : Block;

/// <summary>A table over the width of the text; its head is repeated on each page.</summary>
public sealed record Table(string? Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;

/// <summary>
/// Numbers drawn; its own number (图1) is counted and stands with the caption below it. A value for each mark in each series; a span of the caption may
/// be a computed number, as elsewhere.
/// </summary>
public sealed record Chart(ChartKind Kind, IReadOnlyList<Span> Caption, IReadOnlyList<string> Marks, IReadOnlyList<ChartSeries> Series) : Block
{
    public string CaptionText => string.Concat(Caption.Select(s => s.Text));
}

/// <summary>Bars for things beside each other, lines for what follows in time.</summary>
public enum ChartKind
{
    Bars,
    Lines,
}

public sealed record ChartSeries(string Name, IReadOnlyList<decimal> Values);

/// <summary>Share: width in parts of the sum of all shares.</summary>
public sealed record Column(string Head, int Share = 1, bool IsNumber = false);
