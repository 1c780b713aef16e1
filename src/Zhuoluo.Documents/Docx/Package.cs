using System.IO.Compression;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Zhuoluo.Documents.Docx;

/// <summary>
/// The parts of a .docx in one zip. Written here because a package writer stamps the present time on every entry and invents names for relations;
/// ours carry the document's own day.
/// </summary>
internal static class Package
{
    public const string HeaderId = "header";
    public const string OddId = "odd";
    public const string EvenId = "even";
    public const string NoneId = "none";

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static readonly (string Id, string Kind, string Name, string Type)[] _parts =
    [
        ("styles", "styles", "styles.xml", "styles"),
        ("settings", "settings", "settings.xml", "settings"),
        (HeaderId, "header", "header.xml", "header"),
        (OddId, "footer", "footer-odd.xml", "footer"),
        (EvenId, "footer", "footer-even.xml", "footer"),
        (NoneId, "footer", "footer-none.xml", "footer"),
    ];

    public static string ChartId(int number) => "chart" + Parts.Number(number);

    public static byte[] Write(OfficialDocument document, W.Document text, IReadOnlyList<C.ChartSpace> charts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var at = new DateTimeOffset(document.Day.ToDateTime(default), TimeSpan.Zero);
            void Add(string name, string xml)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = at;
                using var part = entry.Open();
                part.Write(Encoding.UTF8.GetBytes(Declaration + xml));
            }
            Add("[Content_Types].xml", ContentTypes(charts.Count));
            Add("_rels/.rels", $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="document" Type="{Relations}officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
                """);
            Add("docProps/core.xml", Core(document));
            Add("word/_rels/document.xml.rels", Related(charts.Count));
            Add("word/document.xml", text.OuterXml);
            Add("word/styles.xml", StyleSheet.Write().OuterXml);
            Add("word/settings.xml", Settings().OuterXml);
            Add("word/header.xml", PageNumbers.DraftMark(document.IsIssued ? null : document.DraftMark).OuterXml);
            Add("word/footer-odd.xml", PageNumbers.Odd().OuterXml);
            Add("word/footer-even.xml", PageNumbers.Even().OuterXml);
            Add("word/footer-none.xml", PageNumbers.None().OuterXml);
            for (var i = 0; i < charts.Count; i++)
            {
                Add($"word/charts/{ChartId(i + 1)}.xml", charts[i].OuterXml);
            }
        }
        return stream.ToArray();
    }

    private static Settings Settings() => new(
        new EvenAndOddHeaders(),
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }));

    private static string ContentTypes(int charts) =>
        """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>"""
        + $"""<Override PartName="/word/document.xml" ContentType="{Word}document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"""
        + string.Concat(_parts.Select(p => $"""<Override PartName="/word/{p.Name}" ContentType="{Word}{p.Type}+xml"/>"""))
        + string.Concat(Enumerable.Range(1, charts).Select(n => $"""<Override PartName="/word/charts/{ChartId(n)}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>"""))
        + "</Types>";

    private static string Related(int charts) =>
        """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""
        + string.Concat(_parts.Select(p => $"""<Relationship Id="{p.Id}" Type="{Relations}{p.Kind}" Target="{p.Name}"/>"""))
        + string.Concat(Enumerable.Range(1, charts).Select(n => $"""<Relationship Id="{ChartId(n)}" Type="{Relations}chart" Target="charts/{ChartId(n)}.xml"/>"""))
        + "</Relationships>";

    private static string Core(OfficialDocument document)
    {
        var day = document.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + "T00:00:00Z";
        return """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">"""
            + $"""<dc:title>{SecurityElement.Escape(document.Title)}</dc:title><dc:creator>{SecurityElement.Escape(document.Mark)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created></cp:coreProperties>""";
    }
}
