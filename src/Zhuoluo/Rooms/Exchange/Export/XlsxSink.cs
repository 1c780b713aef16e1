using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>
/// One workbook, a sheet a table, written as it goes: memory does not grow with the rows. Every cell is text, so that nothing is computed and
/// no id loses its last digits. A table longer than a sheet goes on in a second one, "matter~2".
/// </summary>
internal sealed class XlsxSink : IRowSink
{
    public const string FileName = "zhuoluo.xlsx";
    private const int MostRows = 1_048_575;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly ZipArchive _zip;
    private readonly List<string> _sheets = [];
    private HouseTable? _table;
    private XmlWriter? _xml;
    private int _rows;

    public XlsxSink(string folder) => _zip = new ZipArchive(File.Create(Path.Combine(folder, FileName)), ZipArchiveMode.Create);

    public string Begin(HouseTable table)
    {
        _table = table;
        BeginSheet(table.Name);
        return FileName;
    }

    public void Write(HouseTable table, object?[] row)
    {
        if (_rows > MostRows)
        {
            var part = _sheets.Count(s => s == table.Name || s.StartsWith(table.Name + "~", StringComparison.Ordinal)) + 1;
            EndSheet();
            BeginSheet(string.Create(CultureInfo.InvariantCulture, $"{table.Name}~{part}"));
        }
        WriteRow([.. row.Select((v, i) => CellText.Guard(CellText.Of(table.Columns[i], v)))]);
    }

    public void End() => EndSheet();

    public void Dispose()
    {
        EndSheet();
        if (_zip.Mode == ZipArchiveMode.Create && _sheets.Count > 0)
        {
            Part("xl/workbook.xml", x =>
            {
                x.WriteStartElement("workbook", Main);
                x.WriteStartElement("sheets", Main);
                for (var i = 0; i < _sheets.Count; i++)
                {
                    x.WriteStartElement("sheet", Main);
                    x.WriteAttributeString("name", _sheets[i]);
                    x.WriteAttributeString("sheetId", Number(i + 1));
                    x.WriteAttributeString("id", Relations, $"rId{Number(i + 1)}");
                    x.WriteEndElement();
                }
            });
            Part("xl/_rels/workbook.xml.rels", x => Links(x, [.. _sheets.Select((_, i) => ($"rId{Number(i + 1)}", Relations + "/worksheet", $"worksheets/sheet{Number(i + 1)}.xml"))]));
            Part("_rels/.rels", x => Links(x, [("rId1", Relations + "/officeDocument", "xl/workbook.xml")]));
            Part("[Content_Types].xml", Types);
            _sheets.Clear();
        }
        _zip.Dispose();
    }

    private void BeginSheet(string name)
    {
        _sheets.Add(name);
        _xml = XmlWriter.Create(_zip.CreateEntry($"xl/worksheets/sheet{Number(_sheets.Count)}.xml", CompressionLevel.Fastest).Open(), new XmlWriterSettings { CloseOutput = true, CheckCharacters = false });
        _xml.WriteStartElement("worksheet", Main);
        _xml.WriteStartElement("sheetData", Main);
        _rows = 0;
        WriteRow([.. _table!.Columns.Select(c => c.Name)]);
    }

    private void EndSheet()
    {
        _xml?.WriteEndElement();
        _xml?.WriteEndElement();
        _xml?.Dispose();
        _xml = null;
    }

    private void WriteRow(string[] cells)
    {
        _rows++;
        _xml!.WriteStartElement("row", Main);
        _xml.WriteAttributeString("r", Number(_rows));
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length == 0)
            {
                continue;
            }
            _xml.WriteStartElement("c", Main);
            _xml.WriteAttributeString("r", ColumnName(i) + Number(_rows));
            _xml.WriteAttributeString("t", "inlineStr");
            _xml.WriteStartElement("is", Main);
            _xml.WriteStartElement("t", Main);
            _xml.WriteAttributeString("xml", "space", null, "preserve");
            _xml.WriteString(Escaped(cells[i]));
            _xml.WriteEndElement();
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
    }

    // ECMA-376 part 1, 22.9.2.19: what XML cannot hold is written _xHHHH_, and so is what looks like it.
    private static string Escaped(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1f') && !text.Contains("_x", StringComparison.Ordinal) && !text.AsSpan().ContainsAny('\ufffe', '\uffff'))
        {
            return text;
        }
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isMark = c == '_' && i + 1 < text.Length && text[i + 1] == 'x';
            if (isMark || (c < ' ' && c is not ('\n' or '\t')) || c is '\ufffe' or '\uffff')
            {
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
            else
            {
                escaped.Append(c);
            }
        }
        return escaped.ToString();
    }

    private static string ColumnName(int index) => index < 26 ? ((char)('A' + index)).ToString() : ColumnName((index / 26) - 1) + (char)('A' + (index % 26));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Part(string name, Action<XmlWriter> write)
    {
        using var xml = XmlWriter.Create(_zip.CreateEntry(name).Open(), new XmlWriterSettings { CloseOutput = true });
        write(xml);
    }

    private static void Links(XmlWriter xml, (string Id, string Type, string Target)[] links)
    {
        const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
        xml.WriteStartElement("Relationships", Package);
        foreach (var (id, type, target) in links)
        {
            xml.WriteStartElement("Relationship", Package);
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", type);
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void Types(XmlWriter xml)
    {
        const string Content = "http://schemas.openxmlformats.org/package/2006/content-types";
        void One(string element, string attribute, string value, string type)
        {
            xml.WriteStartElement(element, Content);
            xml.WriteAttributeString(attribute, value);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
        xml.WriteStartElement("Types", Content);
        One("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        One("Default", "Extension", "xml", "application/xml");
        One("Override", "PartName", "/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
        for (var i = 1; i <= _sheets.Count; i++)
        {
            One("Override", "PartName", $"/xl/worksheets/sheet{Number(i)}.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
        }
        xml.WriteEndElement();
    }
}
