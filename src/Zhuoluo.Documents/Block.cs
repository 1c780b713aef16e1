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

/// <summary>Share: width in parts of the sum of all shares.</summary>
public sealed record Column(string Head, int Share = 1, bool IsNumber = false);
