namespace Zhuoluo.Documents;

/// <summary>
/// Length of a document as offices count it (字数): each Han character and each mark is one, a run of Latin letters or digits is one.
/// Title, addressee and text count; attachments are counted apart.
/// </summary>
public static class CharacterCount
{
    /// <summary>Limits of the 2024 Rules against formalism (rules D1.1).</summary>
    public const int Special = 4_000;
    public const int Comprehensive = 5_000;

    public static int Of(OfficialDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Of(document.Title) + Of(document.Addressee ?? "") + Of(document.Text);
    }

    public static int OfAttachments(OfficialDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Attachments.Sum(a => Of(a.Title) + Of(a.Text));
    }

    public static int Of(IEnumerable<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        return blocks.Sum(block => block switch
        {
            Heading heading => Of(heading.Text),
            Paragraph paragraph => Of(paragraph.Text),
            Labelled labelled => Of(labelled.Label) + Of(labelled.Text),
            Table table => Of(table.Caption ?? "") + table.Columns.Sum(c => Of(c.Head)) + table.Rows.Sum(row => row.Sum(Of)),
            Chart chart => Of(chart.CaptionText),
            _ => 0,
        });
    }

    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var count = 0;
        var inRun = false;
        foreach (var c in text)
        {
            var isRun = c < 128 && (char.IsLetterOrDigit(c) || inRun && c is '.' or ',' or '%' or '-' or '\'');
            if (!char.IsWhiteSpace(c) && !char.IsLowSurrogate(c) && !(isRun && inRun))
            {
                count++;
            }
            inRun = isRun;
        }
        return count;
    }

    public static LengthState State(int count, int limit) => count > limit ? LengthState.Over : count * 10 > limit * 9 ? LengthState.Near : LengthState.Within;
}

/// <summary>Near: more than nine tenths of the limit.</summary>
public enum LengthState
{
    Within,
    Near,
    Over,
}
