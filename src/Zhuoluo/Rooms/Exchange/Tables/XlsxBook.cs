using System.IO.Compression;
using System.Xml;

namespace Zhuoluo.Rooms.Exchange.Tables;

/// <summary>
/// An .xlsx workbook as a zip of XML parts, read forward only (ECMA-376 part 1, chapter 18; both the transitional and the
/// strict namespaces, so elements go by local name). Parts are read here rather than through an object model because
/// merged cells stand behind the rows they belong to, and limits must be counted on the unpacked bytes.
/// </summary>
internal sealed class XlsxBook : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly TableLimits _limits;

    private XlsxBook(ZipArchive zip, TableLimits limits)
    {
        _zip = zip;
        _limits = limits;
    }

    public IReadOnlyList<Sheet> Sheets { get; private set; } = [];

    public string[] SharedStrings { get; private set; } = [];

    public CellStyle[] Styles { get; private set; } = [];

    public bool From1904 { get; private set; }

    public static XlsxBook Open(Stream stream, TableLimits limits)
    {
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Read);
            var book = new XlsxBook(zip, limits);
            book.Load();
            return book;
        }
        catch (Exception cause) when (cause is InvalidDataException or XmlException)
        {
            zip?.Dispose();
            throw new UnreadableTable("damaged_file", cause);
        }
    }

    public void Dispose() => _zip.Dispose();

    /// <summary>A forward reader of one part; null when the workbook has no such part.</summary>
    public XmlReader? Part(string path)
    {
        var entry = _zip.Entries.FirstOrDefault(entry =>
            entry.FullName.Replace('\\', '/').TrimStart('/').Equals(path, StringComparison.OrdinalIgnoreCase));
        return entry is null ? null : XmlReader.Create(
            new CountedStream(entry.Open(), entry.CompressedLength, _limits),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                // Control characters are refused cell by cell, not as a fault of the file.
                CheckCharacters = false,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = true,
            });
    }

    private void Load()
    {
        if (_zip.Entries.Count > _limits.Parts)
        {
            throw new UnreadableTable("too_large");
        }
        var home = Targets("_rels/.rels", "").Values.FirstOrDefault(target => target.Type == "officeDocument").Path ?? "xl/workbook.xml";
        var folder = home.Contains('/', StringComparison.Ordinal) ? home[..(home.LastIndexOf('/') + 1)] : "";
        var targets = Targets($"{folder}_rels/{home[folder.Length..]}.rels", folder);
        using var reader = Part(home) ?? throw new UnreadableTable("not_a_table");
        List<Sheet> sheets = [];
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            if (reader.LocalName == "workbookPr")
            {
                From1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (reader.LocalName == "sheet" && Relation(reader) is { } id
                && targets.TryGetValue(id, out var target) && target.Type == "worksheet")
            {
                sheets.Add(new XlsxSheet(this, target.Path, reader.GetAttribute("name") ?? "", reader.GetAttribute("state"), _limits));
            }
        }
        Sheets = sheets;
        Styles = XlsxStyles.Read(PathOf(targets, "styles") is { } styles ? Part(styles) : null);
        SharedStrings = XlsxText.ReadShared(PathOf(targets, "sharedStrings") is { } shared ? Part(shared) : null, _limits);
    }

    private static string? PathOf(Dictionary<string, (string Type, string Path)> targets, string type) =>
        targets.Values.FirstOrDefault(target => target.Type == type).Path;

    private static string? Relation(XmlReader reader)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "id" && reader.NamespaceURI.Length > 0)
            {
                var id = reader.Value;
                reader.MoveToElement();
                return id;
            }
        }
        reader.MoveToElement();
        return null;
    }

    private Dictionary<string, (string Type, string Path)> Targets(string path, string folder)
    {
        Dictionary<string, (string, string)> targets = [];
        using var reader = Part(path);
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target
                && reader.GetAttribute("TargetMode") != "External")
            {
                var type = reader.GetAttribute("Type") ?? "";
                targets[id] = (type[(type.LastIndexOf('/') + 1)..], target.StartsWith('/') ? target[1..] : folder + target);
            }
        }
        return targets;
    }
}
