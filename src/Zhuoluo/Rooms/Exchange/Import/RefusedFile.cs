using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Exchange.Tables;
using Xl = DocumentFormat.OpenXml.Spreadsheet;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>
/// The refused rows with the titles and headers of their own sheets and one column more, the reason: to be corrected and sent
/// again as it is. Written as text only, so that nothing in it is computed when it is opened.
/// </summary>
internal static class RefusedFile
{
    public static string NameFor(string name) =>
        Path.GetFileNameWithoutExtension(name) + ".refused" + (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ".csv" : ".xlsx");

    /// <param name="path">Ends in .csv for a text file, else a workbook is written.</param>
    /// <param name="file">The file as it came.</param>
    /// <param name="survey">What is header and what is title in it.</param>
    /// <param name="refused">The rows, in any order.</param>
    /// <param name="say">Words for the reason of a row; the first row asked for is the heading of the column: null.</param>
    /// <param name="cancel">Stops the writing.</param>
    public static void Write(string path, TableFile file, Survey survey, IReadOnlyList<Refused> refused, Func<Refused?, string> say, CancellationToken cancel)
    {
        var sheets = survey.Sheets
            .Where(mapping => refused.Any(row => row.Sheet == mapping.Sheet))
            .Select(mapping => (mapping.Sheet, Rows: Rows(file.Sheets.First(sheet => sheet.Name == mapping.Sheet), mapping, refused, say, cancel)))
            .ToList();
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            var rows = sheets.SelectMany(sheet => sheet.Rows).ToList();
            File.WriteAllBytes(path, rows.Count == 0 ? [] : CsvText.Of(rows[0], rows.Skip(1)));
            return;
        }
        using var book = File.Create(path);
        WriteBook(book, sheets);
    }

    private static List<IReadOnlyList<string>> Rows(Sheet sheet, SheetMapping mapping, IReadOnlyList<Refused> refused, Func<Refused?, string> say, CancellationToken cancel)
    {
        var mine = refused.Where(row => row.Sheet == mapping.Sheet).ToDictionary(row => row.Row);
        List<string[]> titles = [];
        List<(string[] Cells, Refused? Refused)> body = [];
        string[]? heading = null;
        var last = mine.Keys.Max();
        foreach (var row in sheet.Rows(cancel).TakeWhile(row => row.Number <= last))
        {
            var isHeader = mapping.HeaderRows.Contains(row.Number);
            if (row.Number <= mapping.HeaderRows[^1])
            {
                titles.Add([.. row.Cells.Select(cell => cell.IsCovered && !isHeader ? "" : cell.Text)]);
            }
            else if (mine.TryGetValue(row.Number, out var one))
            {
                if (heading is not null)
                {
                    body.Add((heading, null));
                    heading = null;
                }
                body.Add(([.. one.Cells.Count > 0 ? one.Cells : row.Cells.Select(cell => cell.Text)], one));
            }
            else if (IsHeading(row, mapping))
            {
                heading = [.. row.Cells.Select(cell => cell.IsCovered ? "" : cell.Text)];
            }
        }
        // The reason stands beyond every column that is used, so that it never becomes one of the file's own.
        var reason = titles.Concat(body.Select(row => row.Cells)).Max(cells => cells.Length);
        return
        [
            .. titles.Select((cells, index) => Line(cells, reason, index == titles.Count - 1 ? say(null) : "")),
            .. body.Select(row => Line(row.Cells, reason, row.Refused is { } one ? say(one) : "")),
        ];
    }

    // A line between the rows such as a town's name owns what follows, so it goes along; a lone text continues the row above.
    private static bool IsHeading(Row row, SheetMapping mapping)
    {
        var filled = row.Cells.Index().Where(cell => !cell.Item.IsBlank && !cell.Item.IsCovered).Select(cell => cell.Index).ToList();
        return filled is [var only] && only != mapping.Columns.GetValueOrDefault("text", -1);
    }

    private static IReadOnlyList<string> Line(string[] cells, int width, string reason) =>
        [.. cells, .. Enumerable.Repeat("", width - cells.Length), reason];

    /// <summary>A workbook of texts only.</summary>
    public static void WriteBook(Stream stream, IReadOnlyList<(string Sheet, List<IReadOnlyList<string>> Rows)> sheets)
    {
        using var book = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var workbook = book.AddWorkbookPart();
        var list = new Xl.Sheets();
        workbook.Workbook = new Xl.Workbook(list);
        foreach (var (name, rows) in sheets)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Xl.Worksheet(new Xl.SheetData(rows.Select((cells, index) => new Xl.Row(cells.Select((text, column) => CellOf(text, CellName.Of(column, index + 1))))
            {
                RowIndex = (uint)index + 1,
            })));
            list.Append(new Xl.Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)list.Count() + 1, Name = name });
        }
    }

    private static Xl.Cell CellOf(string text, string at) => text is ['#', _, _, _, .. { Length: <= 6 }] && text[^1] is '!' or '?' or 'A'
        ? new Xl.Cell(new Xl.CellValue(text)) { DataType = Xl.CellValues.Error, CellReference = at }
        : new Xl.Cell(new Xl.InlineString(new Xl.Text(Escaped(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = Xl.CellValues.InlineString,
            CellReference = at,
        };

    // XML has no place for most control characters; a workbook writes them as _xHHHH_, and what looks like that as _x005F_xHHHH_.
    private static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isEscape = c == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_';
            var isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
            {
                safe.Append(c).Append(text[++i]);
            }
            else if (isEscape || char.IsSurrogate(c) || (c < ' ' && c is not ('\n' or '\t')) || c is '\uFFFE' or '\uFFFF')
            {
                safe.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
            else
            {
                safe.Append(c);
            }
        }
        return safe.ToString();
    }
}
