using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Zhuoluo.Documents.Xlsx;

/// <summary>A sheet of a workbook: its name, the heads, the rows. A decimal is written as a number, everything else as text that is never computed.</summary>
public sealed record WorkSheet(string Name, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>Small workbooks for annexes and tables; whole exports are streamed elsewhere.</summary>
public static class WorkbookFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int LongestName = 31;
    private const string Forbidden = @":\/?*[]|";

    public static byte[] Write(params IReadOnlyList<WorkSheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        var names = Names(sheets);
        using var bytes = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.Workbook = new Workbook();
            var list = book.Workbook.AppendChild(new Sheets());
            for (var i = 0; i < sheets.Count; i++)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(Data(sheets[i]));
                list.AppendChild(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)(i + 1), Name = names[i] });
            }
        }
        return bytes.ToArray();
    }

    // Spreadsheets refuse a file with a name that is too long, stands twice or holds one of these signs.
    private static List<string> Names(IReadOnlyList<WorkSheet> sheets)
    {
        List<string> names = [];
        foreach (var wanted in sheets.Select(s => string.Concat(s.Name.Select(c => Forbidden.Contains(c, StringComparison.Ordinal) ? ' ' : c)).Trim(' ', '\'')))
        {
            var name = wanted[..Math.Min(wanted.Length, LongestName)];
            for (var again = 2; names.Contains(name, StringComparer.OrdinalIgnoreCase); again++)
            {
                var mark = string.Create(CultureInfo.InvariantCulture, $" {again}");
                name = wanted[..Math.Min(wanted.Length, LongestName - mark.Length)] + mark;
            }
            names.Add(name);
        }
        return names;
    }

    private static SheetData Data(WorkSheet sheet)
    {
        var data = new SheetData(new Row(sheet.Heads.Select(h => Text(h))));
        foreach (var row in sheet.Rows)
        {
            data.AppendChild(new Row(row.Select(v => v switch
            {
                decimal number => new Cell { DataType = CellValues.Number, CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)) },
                null => Text(""),
                _ => Text(Convert.ToString(v, CultureInfo.InvariantCulture) ?? ""),
            })));
        }
        return data;
    }

    private static Cell Text(string text) => new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }) };
}
