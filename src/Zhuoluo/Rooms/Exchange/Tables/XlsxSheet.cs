using System.Globalization;
using System.Xml;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Exchange.Tables;

/// <summary>One worksheet. Hidden columns and merged ranges are read first, for they may stand behind the rows.</summary>
internal sealed class XlsxSheet(XlsxBook book, string path, string name, string? state, TableLimits limits) : Sheet(name)
{
    private readonly List<(int First, int Last)> _hiddenColumns = [];
    private List<(int Column, int First, int Last)>? _ranges;

    public override bool IsHidden => state is "hidden" or "veryHidden";

    public override bool IsColumnHidden(int column)
    {
        _ = Ranges();
        return _hiddenColumns.Exists(range => column >= range.First && column <= range.Last);
    }

    public override IEnumerable<Row> Rows(CancellationToken cancel)
    {
        var merges = new Merges(Ranges());
        using var reader = Open();
        var count = 0;
        var last = 0;
        foreach (var row in Parse(reader))
        {
            cancel.ThrowIfCancellationRequested();
            if (++count > limits.Rows)
            {
                throw new UnreadableTable("too_large");
            }
            if (row.Number > last)
            {
                last = row.Number;
                yield return merges.Fill(row);
            }
        }
    }

    private XmlReader Open() => book.Part(path) ?? throw new UnreadableTable("damaged_file");

    private List<(int Column, int First, int Last)> Ranges()
    {
        if (_ranges is not null)
        {
            return _ranges;
        }
        List<(int, int, int)> ranges = [];
        try
        {
            using var reader = Open();
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }
                if (reader.LocalName == "sheetData")
                {
                    reader.Skip();
                }
                if (reader.LocalName == "col" && reader.GetAttribute("hidden") is "1" or "true")
                {
                    _hiddenColumns.Add((Number(reader.GetAttribute("min")) - 1, Number(reader.GetAttribute("max")) - 1));
                }
                else if (reader.LocalName == "mergeCell" && ranges.Count < limits.Merges
                    && reader.GetAttribute("ref")?.Split(':') is [var from, var to]
                    && CellName.TryParse(from, out var column, out var first) && CellName.TryParse(to, out _, out var last)
                    && last > first && column < limits.Columns)
                {
                    ranges.Add((column, first, last));
                }
            }
        }
        catch (Exception cause) when (cause is XmlException or InvalidDataException)
        {
            throw new UnreadableTable("damaged_file", cause);
        }
        return _ranges = ranges;
    }

    private IEnumerable<Row> Parse(XmlReader reader)
    {
        var number = 0;
        while (Step(reader))
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                number = reader.GetAttribute("r") is { } typed && Number(typed) is > 0 and var own ? own : number + 1;
                var cells = ReadCells(reader);
                yield return new Row(number, number, cells);
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "sheetData" })
            {
                yield break;
            }
        }
    }

    private static bool Step(XmlReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception cause) when (cause is XmlException or InvalidDataException)
        {
            throw new UnreadableTable("damaged_file", cause);
        }
    }

    private Cell[] ReadCells(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return [];
        }
        var cells = new List<Cell>(24);
        var depth = reader.Depth;
        var column = -1;
        while (Step(reader) && reader.Depth > depth)
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }
            column = reader.GetAttribute("r") is { } name && CellName.TryParse(name, out var own, out _) ? own : column + 1;
            var cell = ReadCell(reader);
            if (column >= limits.Columns || cell is { Kind: CellKind.Empty, IsFormula: false, Hue: CellHue.None })
            {
                continue;
            }
            while (cells.Count <= column)
            {
                cells.Add(Cell.Empty);
            }
            cells[column] = cell;
        }
        return [.. cells];
    }

    private Cell ReadCell(XmlReader reader)
    {
        var type = reader.GetAttribute("t");
        var style = Number(reader.GetAttribute("s"));
        var hue = style < book.Styles.Length ? book.Styles[style].Hue : CellHue.None;
        if (reader.IsEmptyElement)
        {
            return Cell.Empty with { Hue = hue };
        }
        var depth = reader.Depth;
        var value = "";
        var isFormula = false;
        while (Step(reader) && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            switch (reader.LocalName)
            {
                case "v":
                    value = XlsxText.ReadText(reader, limits);
                    break;
                case "is":
                    value = XlsxText.ReadRuns(reader, limits);
                    break;
                case "f":
                    isFormula = true;
                    break;
            }
        }
        return Of(type, style, value) with { IsFormula = isFormula, Hue = hue };
    }

    private Cell Of(string? type, int style, string value)
    {
        switch (type)
        {
            case "s":
                return Number(value, -1) is >= 0 and var index && index < book.SharedStrings.Length
                    ? Cell.OfText(book.SharedStrings[index])
                    : Cell.Empty;
            case "inlineStr":
                return Cell.OfText(value);
            case "str":
                return Cell.OfText(XlsxText.Decode(value));
            case "e":
                return new Cell(CellKind.Error, value);
            case "b":
                return Cell.OfText(value == "1" ? "TRUE" : "FALSE");
            case "d" when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment):
                return Cell.OfMoment(moment);
        }
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return Cell.OfText(value);
        }
        return style < book.Styles.Length && book.Styles[style].IsDate && ChineseDate.TryReadSerial(number, book.From1904, out var day)
            ? Cell.OfMoment(day)
            : new Cell(CellKind.Number, value, number);
    }

    private static int Number(string? text, int otherwise = 0) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
