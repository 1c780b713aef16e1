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
    /// <summary>The blocks, or a refusal that names the first place that no figure has.</summary>
    public static Outcome<IReadOnlyList<Block>> Read(string prose, Computed computed)
    {
        var blocks = new List<Block>();
        foreach (var line in prose.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Condition(line, computed).IsRefused(out var refusal, out var said))
            {
                return refusal;
            }
            if (said.Length == 0)
            {
                continue;
            }
            if (Line(said, computed).IsRefused(out refusal, out var block))
            {
                return refusal;
            }
            blocks.Add(block);
        }
        return Outcome.Of<IReadOnlyList<Block>>(blocks);
    }

    /// <summary>The labels of figures that a prose uses, in conditions and breakdowns too.</summary>
    public static IReadOnlySet<string> LabelsOf(string prose) => TextPlace.Of(prose).SelectMany(p => p.Figures).ToHashSet();

    /// <summary>Numbers in the prose that no count stands behind.</summary>
    public static IReadOnlyList<string> TypedNumbers(string prose) =>
        [.. Typed().Matches(TextPlace.Braces().Replace(prose, "")).Select(m => m.Value).Distinct()];

    /// <summary>The first part of a template that nobody has written yet; null where there is none.</summary>
    public static string? Unwritten(string prose) => Open().Match(prose) is { Success: true } open ? open.Value : null;

    // The line without its condition; nothing of it where the figure is nothing.
    private static Outcome<string> Condition(string line, Computed computed)
    {
        if (TextPlace.Braces().Match(line) is not { Success: true, Index: 0 } first || TextPlace.Read(first.Groups[1].Value) is not { Kind: TextPlaceKind.Condition } place)
        {
            return line;
        }
        return computed.Figure(place.Label) is not { } figure ? new UnknownPlace(place.Name)
            : figure.Text is "0" or "—" or "0%" ? ""
            : line[first.Length..];
    }

    private static Outcome<Block> Line(string line, Computed computed)
    {
        if (Heading(line) is { } heading)
        {
            return heading;
        }
        if (TextPlace.Braces().Match(line) is { Success: true } only && only.Length == line.Length && TextPlace.Read(only.Groups[1].Value) is { Kind: TextPlaceKind.Table or TextPlaceKind.Chart } place)
        {
            return PaperTables.Block(place, computed) is { } block ? block : new UnknownPlace(place.Name);
        }
        return Spans(line, computed).IsRefused(out var refusal, out var spans) ? refusal : new Paragraph(spans);
    }

    private static Heading? Heading(string line)
    {
        var level = 0;
        while (level < line.Length && line[level] == '#')
        {
            level++;
        }
        return level is > 0 and <= Numbering.Levels && line[level..].Trim() is { Length: > 0 } text ? new Heading(level, text) : null;
    }

    private static Outcome<List<Span>> Spans(string line, Computed computed)
    {
        var spans = new List<Span>();
        var at = 0;
        foreach (Match braces in TextPlace.Braces().Matches(line))
        {
            var place = TextPlace.Read(braces.Groups[1].Value);
            if (place.Kind is TextPlaceKind.Table or TextPlaceKind.Chart)
            {
                return new PlaceOfItsOwnLine(place.Name);
            }
            if (computed.Figure(place.Label) is not { } figure || !HedgedFigure.IsStyle(place.Style))
            {
                return new UnknownPlace(place.Name);
            }
            Add(spans, line[at..braces.Index]);
            spans.Add(new Span(HedgedFigure.Write(figure.Text, place.Style), figure.Key));
            at = braces.Index + braces.Length;
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

    // What templates ask their author to write.
    [GeneratedRegex("【请[^】]*】")]
    private static partial Regex Open();

    [GeneratedRegex(@"[0-9０-９]+(?:[.,，．][0-9０-９]+)*[%％]?")]
    private static partial Regex Typed();
}

/// <summary>Braces around something that is no figure of this bulletin, or one that cannot be broken down.</summary>
internal sealed record UnknownPlace(string Label) : Refusal("unknown-place-in-text")
{
    public override string? Field => "Prose";
    public override IReadOnlyList<object> Arguments => [Label];
}

/// <summary>A table or a chart in the middle of a sentence.</summary>
internal sealed record PlaceOfItsOwnLine(string Label) : Refusal("place-of-its-own-line")
{
    public override string? Field => "Prose";
    public override IReadOnlyList<object> Arguments => [Label];
}
