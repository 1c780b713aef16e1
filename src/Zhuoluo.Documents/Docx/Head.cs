using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Zhuoluo.Documents.Docx;

/// <summary>The head of page one: what stands above the title (GB/T 9704 7.2).</summary>
internal static class Head
{
    private const string Red = "FF0000";
    private const int LargestMark = 96;
    private const int HalfPointsAcross = 884;

    public static IEnumerable<W.Paragraph> Write(OfficialDocument document)
    {
        List<string> lines = [];
        if (document.CopyNumber is { } copy)
        {
            lines.Add(copy.ToString("000000", System.Globalization.CultureInfo.InvariantCulture));
        }
        if (document.Urgency is { } urgency)
        {
            lines.Add(urgency);
        }
        for (var i = 0; i < lines.Count; i++)
        {
            var isCopy = i == 0 && document.CopyNumber is not null;
            yield return Parts.Line(lines[i], new Setting { Font = isCopy ? Fonts.Body : Fonts.Head, Side = JustificationValues.Left });
        }
        var size = MarkSize(document.Mark);
        yield return Parts.Line(document.Mark, new Setting
        {
            Font = Fonts.Title,
            Size = size,
            Color = Red,
            Side = JustificationValues.Center,
            OnGrid = false,
            Before = Math.Max(0, Measures.MarkDrop - lines.Count * Measures.Line),
            LineHeight = size * 10,
        });
        yield return NumberLine(document);
        foreach (var line in Title(document.Title, Measures.Line * 2, newPage: false))
        {
            yield return line;
        }
        if (document.Addressee is { } addressee)
        {
            yield return Parts.Line(addressee + "：", new Setting { Before = Measures.Line });
        }
    }

    public static IEnumerable<W.Paragraph> Title(string title, int before, bool newPage)
    {
        var setting = new Setting
        {
            Font = Fonts.Title,
            Size = Measures.SizeTwo,
            Side = JustificationValues.Center,
            Before = before,
            LineHeight = Measures.TitleLine,
            Style = StyleSheet.TitleId,
            OnGrid = false,
            NewPage = newPage,
            KeepsWithNext = true,
        };
        List<OpenXmlElement> runs = [];
        foreach (var line in TitleLines.Break(title))
        {
            if (runs.Count > 0)
            {
                runs.Add(new Run(new Break()));
            }
            runs.Add(Parts.Run(line, setting));
        }
        yield return Parts.Line(runs, setting);
    }

    /// <summary>In half points: as large as fits on one line, and never above 48 pt.</summary>
    internal static int MarkSize(string mark) => Math.Clamp(HalfPointsAcross / Math.Max(1, mark.Length) / 2 * 2, Measures.SizeTwo, LargestMark);

    // Two empty lines below the mark; the red line is this paragraph's border, so it cannot slip away from the number.
    private static W.Paragraph NumberLine(OfficialDocument document)
    {
        var number = document.Number?.ToString() ?? document.NumberOpen ?? "";
        var setting = new Setting { Side = document.Approver is null ? JustificationValues.Center : JustificationValues.Left, Before = Measures.Line * 2 };
        IEnumerable<OpenXmlElement> runs = document.Approver is { } approver
            ?
            [
                Parts.Run("　" + number, setting), new Run(new TabChar()), Parts.Run("签发人：", setting),
                Parts.Run(approver + "　", setting with { Font = Fonts.Second }),
            ]
            : [Parts.Run(number, setting)];
        var line = Parts.Line(runs, setting);
        line.ParagraphProperties!.ParagraphBorders = new ParagraphBorders
        {
            BottomBorder = new BottomBorder { Val = BorderValues.Single, Color = Red, Size = Measures.RedLineWeight, Space = Measures.RedLineGapPoints },
        };
        if (document.Approver is not null)
        {
            line.ParagraphProperties.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = Measures.AreaWidth });
        }
        return line;
    }
}
