using System.IO.Compression;
using System.Text;
using System.Xml;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Reports.Check;

/// <summary>
/// The text of a draft: a text file in UTF-8 or GB18030, or the body of a .docx, a paragraph a line. Of a .docx what is marked as deleted, headers, footers
/// and automatic numbers are not in it. Nothing of a file is kept.
/// </summary>
internal static class DraftFile
{
    /// <summary>UTF-16 units; a review of a year has about 20,000.</summary>
    public const int LongestText = 300_000;

    private const int MostBody = 32 << 20;
    private const string Words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    public static Outcome<string> Read(byte[] bytes, int longest = LongestText)
    {
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            return Docx(bytes, longest);
        }
        using var stream = new MemoryStream(bytes);
        var encoding = FileEncoding.Of(stream);
        var text = encoding.GetString(bytes).TrimStart('\uFEFF');
        return text.AsSpan().IndexOfAny('\0', '\uFFFD') >= 0 && !IsMostlyText(text) ? new NotADraft() : Checked(text, longest);
    }

    public static Outcome<string> Checked(string? text, int longest = LongestText) =>
        string.IsNullOrWhiteSpace(text) ? new NoDraft() : text.Length > longest ? new DraftTooLong(longest) : text;

    // A few broken characters are a damaged text and are reported in it; many are another kind of file.
    private static bool IsMostlyText(string text) => !text.Contains('\0', StringComparison.Ordinal) && text.Count(c => c == '\uFFFD') * 20 < text.Length;

    private static Outcome<string> Docx(byte[] bytes, int longest)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (archive.GetEntry("word/document.xml") is not { Length: <= MostBody } body)
            {
                return new NotADraft();
            }
            using var xml = XmlReader.Create(body.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostBody });
            return Checked(Body(xml), longest);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException)
        {
            return new NotADraft();
        }
    }

    private static string Body(XmlReader xml)
    {
        StringBuilder text = new();
        while (Next(xml))
        {
            if (xml.NamespaceURI != Words)
            {
                continue;
            }
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "t") when !xml.IsEmptyElement:
                    xml.Read();
                    text.Append(xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA ? xml.Value : "");
                    break;
                case (XmlNodeType.Element, "tab"):
                    text.Append(' ');
                    break;
                case (XmlNodeType.Element, "br" or "cr"):
                case (XmlNodeType.EndElement, "p"):
                    text.Append('\n');
                    break;
                default:
                    break;
            }
        }
        return text.ToString();
    }

    // The older copy of a text box says everything a second time.
    private static bool Next(XmlReader xml)
    {
        var isOpen = xml.Read();
        while (isOpen && xml is { NodeType: XmlNodeType.Element, LocalName: "Fallback", NamespaceURI: Compatibility })
        {
            xml.Skip();
            isOpen = !xml.EOF;
        }
        return isOpen;
    }
}

internal sealed record NoDraft() : Refusal("no-draft");

internal sealed record NotADraft() : Refusal("not-a-draft");

internal sealed record DraftTooLong(int Limit) : Refusal("draft-too-long")
{
    public override IReadOnlyList<object> Arguments => [Limit];
}
