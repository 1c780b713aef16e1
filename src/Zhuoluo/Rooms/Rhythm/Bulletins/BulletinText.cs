using System.Text.RegularExpressions;
using Zhuoluo.Documents;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Rhythm.Bulletins;

/// <summary>
/// Prose with places for computed numbers, to blocks of an official document. A place is the label of a figure in braces; what stands in it
/// comes from the count and nobody can type over it. A number that somebody typed is told, so that it can be looked at (rules E2.1).
/// </summary>
internal static partial class BulletinText
{
    public const string TableMark = "表：";

    /// <summary>Before a label at the beginning of a line: the line is there only where the figure is not nothing.</summary>
    public const string WhenMark = "若：";

    /// <summary>The blocks, or a refusal that names the first place that no figure has.</summary>
    public static Outcome<IReadOnlyList<Block>> Read(string prose, Computed computed)
    {
        var blocks = new List<Block>();
        foreach (var line in prose.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Condition(line, computed).IsRefused(out var unknown, out var said))
            {
                return unknown;
            }
            if (said.Length == 0)
            {
                continue;
            }
            if (Heading(said) is { } heading)
            {
                blocks.Add(heading);
            }
            else if (TableOf(said, computed) is { } table)
            {
                blocks.Add(table);
            }
            else if (Spans(said, computed).IsRefused(out var refusal, out var spans))
            {
                return refusal;
            }
            else
            {
                blocks.Add(new Paragraph(spans));
            }
        }
        return Outcome.Of<IReadOnlyList<Block>>(blocks);
    }

    /// <summary>The labels that a prose uses, in conditions too; no tables.</summary>
    public static IReadOnlySet<string> LabelsOf(string prose) =>
        Place().Matches(prose).Select(m => m.Groups[1].Value).Where(v => !v.StartsWith(TableMark, StringComparison.Ordinal))
            .Select(v => Parted(v.StartsWith(WhenMark, StringComparison.Ordinal) ? v[WhenMark.Length..] : v).Label).ToHashSet();

    /// <summary>Numbers in the prose that no count stands behind.</summary>
    public static IReadOnlyList<string> TypedNumbers(string prose) =>
        [.. Typed().Matches(Place().Replace(prose, "")).Select(m => m.Value).Distinct()];

    // The line without its condition; nothing of it where the figure is nothing.
    private static Outcome<string> Condition(string line, Computed computed)
    {
        if (!line.StartsWith("{" + WhenMark, StringComparison.Ordinal) || line.IndexOf('}', StringComparison.Ordinal) is not (> 0 and var end))
        {
            return line;
        }
        var label = line[(WhenMark.Length + 1)..end];
        return computed.Figures.FirstOrDefault(f => f.Label == label) is not { } figure ? new UnknownPlace(label)
            : figure.Text is "0" or "—" or "0%" ? ""
            : line[(end + 1)..];
    }

    // A style stands behind a bar: {办结诉求|余}.
    private static (string Label, string? Style) Parted(string place) =>
        place.IndexOf('|', StringComparison.Ordinal) is >= 0 and var bar ? (place[..bar], place[(bar + 1)..]) : (place, null);

    private static Heading? Heading(string line)
    {
        var level = 0;
        while (level < line.Length && line[level] == '#')
        {
            level++;
        }
        return level is > 0 and <= Numbering.Levels && line[level..].Trim() is { Length: > 0 } text ? new Heading(level, text) : null;
    }

    // A table without rows would be a head over nothing.
    private static Block? TableOf(string line, Computed computed) =>
        line.StartsWith("{" + TableMark, StringComparison.Ordinal) && line.EndsWith('}') && computed.Tables.FirstOrDefault(t => t.Label == line[(TableMark.Length + 1)..^1]) is { } table
            ? table.Rows.Count == 0 ? new Paragraph(DocumentWords.Shipped.Say("none")) : new Table(table.Label, [.. table.Columns.Select((c, i) => new Column(c, table.WidthOf(i), table.IsNumber(i)))], table.Rows)
            : null;

    private static Outcome<List<Span>> Spans(string line, Computed computed)
    {
        var spans = new List<Span>();
        var at = 0;
        foreach (Match place in Place().Matches(line))
        {
            var (label, style) = Parted(place.Groups[1].Value);
            if (computed.Figures.FirstOrDefault(f => f.Label == label) is not { } figure || !HedgedFigure.IsStyle(style))
            {
                return new UnknownPlace(place.Groups[1].Value);
            }
            Add(spans, line[at..place.Index]);
            spans.Add(new Span(HedgedFigure.Write(figure.Text, style), figure.Key));
            at = place.Index + place.Length;
        }
        Add(spans, line[at..]);
        return spans;
    }

    private static void Add(List<Span> spans, string text)
    {
        if (text.Length > 0)
        {
            spans.Add(new Span(text));
        }
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[0-9０-９]+(?:[.,，．][0-9０-９]+)*[%％]?")]
    private static partial Regex Typed();
}

/// <summary>Braces around something that is no figure of this bulletin.</summary>
internal sealed record UnknownPlace(string Label) : Refusal("unknown-place-in-text")
{
    public override string? Field => "Prose";
    public override IReadOnlyList<object> Arguments => [Label];
}
