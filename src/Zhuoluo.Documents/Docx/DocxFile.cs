using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Zhuoluo.Documents.Docx;

/// <summary>
/// The document as .docx. The same document gives the same bytes: nothing in the file comes from a clock or from chance. A file that is to be relied
/// on is still checked against the ledger's digest, not against another writing of it, as compression may change with the runtime.
/// </summary>
public static class DocxFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Write(OfficialDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var body = new Body();
        var text = new TextBody();
        body.Append(Head.Write(document));
        body.Append(text.Write(document.Text));
        body.Append(Ending.AttachmentList(document.Attachments));
        body.Append(Ending.Signature(document));
        body.Append(Ending.Attachments(document.Attachments, text));
        if (Imprint.Write(document) is { } imprint)
        {
            AppendImprint(body, imprint, needsPageOfItsOwn: PageCount.ImprintNeedsPage(document));
        }
        else
        {
            body.Append(Section(numbered: true, SectionMarkValues.NextPage));
        }
        return Package.Write(document, new W.Document(body), text.Charts);
    }

    // The imprint stands on the last even page; where the text ends on an odd one, a page without number is made for it (7.4, 7.5).
    private static void AppendImprint(Body body, W.Table imprint, bool needsPageOfItsOwn)
    {
        var anchor = Parts.Line("", new Setting { LineHeight = 20, OnGrid = false });
        if (needsPageOfItsOwn)
        {
            var end = Parts.Line("", new Setting { LineHeight = 20, OnGrid = false });
            end.ParagraphProperties!.SectionProperties = Section(numbered: true, SectionMarkValues.NextPage);
            body.Append(end);
        }
        body.Append(imprint, anchor, Section(!needsPageOfItsOwn, needsPageOfItsOwn ? SectionMarkValues.EvenPage : SectionMarkValues.NextPage));
    }

    private static SectionProperties Section(bool numbered, SectionMarkValues starts) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = Package.HeaderId },
        new HeaderReference { Type = HeaderFooterValues.Even, Id = Package.HeaderId },
        new FooterReference { Type = HeaderFooterValues.Default, Id = numbered ? Package.OddId : Package.NoneId },
        new FooterReference { Type = HeaderFooterValues.Even, Id = numbered ? Package.EvenId : Package.NoneId },
        new SectionType { Val = starts },
        new PageSize { Width = Measures.PageWidth, Height = Measures.PageHeight },
        new PageMargin
        {
            Top = Measures.Top,
            Bottom = Measures.Bottom,
            Left = Measures.Left,
            Right = Measures.Right,
            Header = Measures.Header,
            Footer = Measures.Footer,
            Gutter = 0,
        },
        new DocGrid { Type = DocGridValues.Lines, LinePitch = Measures.Line });
}
