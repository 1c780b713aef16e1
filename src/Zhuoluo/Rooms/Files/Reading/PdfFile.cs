using System.Text;
using System.Text.RegularExpressions;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Files.Reading;

/// <summary>
/// PDF (ISO 32000): refused with a password, a program or a file inside. Its document information and XMP are blanked where they lie open,
/// byte for byte, so that offsets stay right; what is packed away inside cannot be reached without taking the document apart, which is why
/// a document is never shown to the public (docs/decisions/0008-files.md).
/// </summary>
internal static partial class PdfFile
{
    private const int TailLength = 2048;

    public static Outcome<ReadFile> Read(byte[] data)
    {
        // One byte is one character, so places in the text are places in the file.
        var text = Encoding.Latin1.GetString(data);
        if (!text[Math.Max(0, text.Length - TailLength)..].Contains("%%EOF", StringComparison.Ordinal))
        {
            return new FileDamaged();
        }
        if (Active().IsMatch(Plain(text)))
        {
            return new PdfNotPlain();
        }
        var kept = (byte[])data.Clone();
        foreach (Match told in Told().Matches(text))
        {
            Blank(kept, told.Groups[1]);
        }
        foreach (Match packet in Xmp().Matches(text))
        {
            Blank(kept, packet.Groups[1]);
        }
        return new ReadFile(FileKind.Pdf, kept, 0, 0);
    }

    private static void Blank(byte[] data, Group what) => data.AsSpan(what.Index, what.Length).Fill((byte)' ');

    // A name may be spelt with #xx for any of its letters.
    private static string Plain(string text) => text.Contains('#', StringComparison.Ordinal)
        ? Spelt().Replace(text, m => ((char)Convert.ToByte(m.Groups[1].Value, 16)).ToString())
        : text;

    [GeneratedRegex(@"/(Encrypt|JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z])")]
    private static partial Regex Active();

    [GeneratedRegex(@"/(?:Author|Title|Subject|Keywords|Creator|Producer|CreationDate|ModDate)\s*[(<]((?:\\.|[^()<>\\]){1,2000})[)>]", RegexOptions.Singleline)]
    private static partial Regex Told();

    [GeneratedRegex(@"<x:xmpmeta[^>]*>(.{1,200000}?)</x:xmpmeta>", RegexOptions.Singleline)]
    private static partial Regex Xmp();

    [GeneratedRegex("#([0-9A-Fa-f]{2})")]
    private static partial Regex Spelt();
}
