using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Zhuoluo.Documents.Docx;

/// <summary>What follows the text: list of attachments, name and date, note, the attachments themselves (7.3.4 to 7.3.7).</summary>
internal static class Ending
{
    public static IEnumerable<W.Paragraph> AttachmentList(IReadOnlyList<Attachment> attachments)
    {
        for (var i = 0; i < attachments.Count; i++)
        {
            // Hanging, so that a long name wraps under the name: 附件： is three characters, the number one.
            var number = attachments.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ");
            var own = attachments.Count == 1 ? 0 : 100;
            yield return Parts.Line((i == 0 ? "附件：" : "") + number + attachments[i].Title, new Setting
            {
                Left = 500 + own,
                Hanging = i == 0 ? 300 + own : own,
                Before = i == 0 ? Measures.Line : 0,
                Side = JustificationValues.Left,
            });
        }
    }

    public static IEnumerable<W.Paragraph> Signature(OfficialDocument document)
    {
        var right = new Setting { Side = JustificationValues.Right };
        var place = SignaturePlace.Of(document.Signature ?? "", document.Day, document.LeavesRoomForSeal);
        if (document.Signature is { } name)
        {
            yield return Parts.Line(name, right with { Before = Measures.Line, Right = place.Name, KeepsWithNext = true });
        }
        yield return Parts.Line(DayText.Of(document.Day), right with { Right = place.Day, Before = document.Signature is null ? Measures.Line : 0 });
        if (document.Note is { } note)
        {
            yield return Parts.Line($"（{note}）", new Setting { First = 200 });
        }
    }

    public static IEnumerable<OpenXmlElement> Attachments(IReadOnlyList<Attachment> attachments, TextBody text)
    {
        for (var i = 0; i < attachments.Count; i++)
        {
            var label = attachments.Count == 1 ? "附件" : string.Create(CultureInfo.InvariantCulture, $"附件{i + 1}");
            yield return Parts.Line(label, new Setting { Font = Fonts.Head, NewPage = true, Side = JustificationValues.Left, KeepsWithNext = true });
            foreach (var element in Head.Title(attachments[i].Title, Measures.Line, newPage: false).Concat<OpenXmlElement>(text.Write(attachments[i].Text)))
            {
                yield return element;
            }
        }
    }
}
