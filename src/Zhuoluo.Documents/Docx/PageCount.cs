namespace Zhuoluo.Documents.Docx;

/// <summary>
/// How many pages text and attachments fill, reckoned on the grid of 22 lines by 28 characters. It decides only where the imprint goes (last even
/// page, 7.4); a reader's own fonts may break one line differently, so the office looks at the last page before it prints.
/// </summary>
internal static class PageCount
{
    private const int HeadLines = 8;

    // Where the last page has no room for it, the imprint goes to one more.
    private const int ImprintLines = 3;

    /// <summary>Whether the text ends on an odd page, or on one that has no room left.</summary>
    public static bool ImprintNeedsPage(OfficialDocument document)
    {
        var first = HeadLines + 4 + TitleLines.Break(document.Title).Count + (document.Addressee is { } to ? 1 + Wrapped(to.Length + 1) : 0)
            + Lines(document.Text)
            + (document.Attachments.Count == 0 ? 0 : 1 + document.Attachments.Sum(a => Wrapped(a.Title.Length + 6)))
            + 3 + (document.Note is { } note ? Wrapped(note.Length + 4) : 0);
        List<int> parts = [first, .. document.Attachments.Select(a => 2 + TitleLines.Break(a.Title).Count + Lines(a.Text))];
        var pages = parts.Sum(Pages);
        return pages % 2 == 1 || Pages(parts[^1] + ImprintLines) > Pages(parts[^1]);
    }

    private static int Lines(IReadOnlyList<Block> blocks) => blocks.Sum(block => block switch
    {
        Heading heading => Wrapped(heading.Text.Length + 4),
        Paragraph paragraph => Wrapped(CharacterCount.Of(paragraph.Text) + 2),
        Labelled labelled => Wrapped(labelled.Label.Length + labelled.Text.Length + 3),
        Table table => (table.Caption is null ? 1 : 2) + RowTwips(table) / Measures.Line,
        Chart chart => ChartWriter.LinesOf(chart) + Wrapped(chart.CaptionText.Length + 3),
        _ => 0,
    });

    // The head and each row are as high as the cell that wraps most; a cell's own margins take most of a character.
    private static int RowTwips(Table table)
    {
        var shares = Math.Max(1, table.Columns.Sum(c => c.Share));
        int LinesOf(string text, int column)
        {
            var across = Math.Max(1, Measures.AreaWidth * table.Columns[column].Share / shares / (Measures.SizeFour * 10) - 1);
            return Math.Max(1, (text.Length + across - 1) / across);
        }
        var head = table.Columns.Select((c, i) => LinesOf(c.Head, i)).DefaultIfEmpty(1).Max();
        return (head + table.Rows.Sum(row => row.Select(LinesOf).DefaultIfEmpty(1).Max())) * TableWriter.RowLine;
    }

    private static int Wrapped(int characters) => Math.Max(1, (characters + Measures.CharactersOnLine - 1) / Measures.CharactersOnLine);

    private static int Pages(int lines) => (lines + Measures.LinesOnPage - 1) / Measures.LinesOnPage;
}
