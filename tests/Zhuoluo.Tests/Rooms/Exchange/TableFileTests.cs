using System.IO.Compression;
using System.Text;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Tests.Rooms.Exchange;

public sealed class TableFileTests
{
    private const string Sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{0}</sheetData></worksheet>";

    [Fact]
    public void Merged_cells_give_their_value_to_every_row_they_cover()
    {
        var book = Book(Sheet.Replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"B1:B3\"/></mergeCells>", StringComparison.Ordinal)
            .Replace("{0}", "<row r=\"1\"><c r=\"B1\"><v>7</v></c></row><row r=\"2\"/><row r=\"3\"><c r=\"A3\"><v>1</v></c></row><row r=\"4\"><c r=\"A4\"><v>1</v></c></row>", StringComparison.Ordinal));
        var rows = Rows(book);
        Assert.Equal(["7", "7", "7", ""], rows.Select(row => row[1].Text));
        Assert.Equal([false, true, true, false], rows.Select(row => row[1].IsCovered));
    }

    [Fact]
    public void Cells_without_names_and_rows_without_numbers_are_counted() =>
        Assert.Equal("1|2", string.Join('|', Rows(Book(InSheet("<row><c><v>1</v></c><c><v>2</v></c></row>")))[0].Cells.Select(cell => cell.Text)));

    [Fact]
    public void A_part_that_unpacks_without_end_is_stopped()
    {
        var limits = new TableLimits { RatioFrom = 1 << 16, Ratio = 20 };
        var bomb = Book(InSheet($"<row><c t=\"inlineStr\"><is><t>{new string('长', 1 << 20)}</t></is></c></row>"));
        using var file = TableFile.Open(bomb, "a.xlsx", limits);
        Assert.Equal("too_large", Assert.Throws<UnreadableTable>(() => file.Sheets[0].Rows(default).ToList()).Code);
    }

    [Fact]
    public void A_far_away_cell_costs_no_memory() =>
        Assert.Empty(Rows(Book(InSheet("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")))[0].Cells);

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</w></c></row>")]
    public void A_damaged_sheet_is_refused_as_a_file(string inside) =>
        Assert.Equal("damaged_file", Assert.Throws<UnreadableTable>(() => Rows(Book(InSheet(inside)))).Code);

    [Fact]
    public void A_document_type_is_refused() =>
        Assert.Equal("damaged_file", Assert.Throws<UnreadableTable>(() => Rows(Book("<!DOCTYPE a [<!ENTITY b \"c\">]>" + InSheet("")))).Code);

    [Fact]
    public void A_zip_that_is_no_workbook_and_an_old_workbook_are_told_apart()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("a.txt");
        }
        Assert.Equal("not_a_table", Assert.Throws<UnreadableTable>(() => TableFile.Open(new MemoryStream(zip.ToArray()), "a.xlsx")).Code);
        Assert.Equal("old_format", Assert.Throws<UnreadableTable>(() => TableFile.Open(new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), "a.xls")).Code);
        Assert.Equal("damaged_file", Assert.Throws<UnreadableTable>(() => TableFile.Open(new MemoryStream("PK and nothing more"u8.ToArray()), "a.xlsx")).Code);
    }

    [Theory]
    [InlineData("yyyy\"年\"m\"月\"d\"日\";@", true)]
    [InlineData("[$-804]yyyy/m/d", true)]
    [InlineData("[h]:mm", true)]
    [InlineData("General", false)]
    [InlineData("0.00\"m\"", false)]
    [InlineData("[Red]0", false)]
    [InlineData("#,##0\\d", false)]
    public void Date_formats_are_known_by_their_letters(string code, bool isDate) => Assert.Equal(isDate, XlsxStyles.IsDateCode(code));

    [Theory]
    [InlineData(27, true)]
    [InlineData(36, true)]
    [InlineData(50, true)]
    [InlineData(58, true)]
    [InlineData(14, true)]
    [InlineData(37, false)]
    [InlineData(49, false)]
    [InlineData(59, false)]
    public void Built_in_date_formats_are_known_by_number(int id, bool isDate) => Assert.Equal(isDate, XlsxStyles.IsDateId(id));

    [Theory]
    [InlineData("a_x000D_\nb", "a\r\nb")]
    [InlineData("_x005F_x000D_", "_x000D_")]
    [InlineData("_x00G0_", "_x00G0_")]
    [InlineData("_x000", "_x000")]
    public void Escaped_characters_are_decoded_once(string text, string decoded) => Assert.Equal(decoded, XlsxText.Decode(text));

    [Fact]
    public void A_broken_byte_costs_its_cell_and_not_the_encoding()
    {
        var bytes = Encoding.UTF8.GetBytes("序号,内容\n1,路灯不亮的问题已经反映\n2,坏X字\n");
        bytes[Array.IndexOf(bytes, (byte)'X')] = 0xE4;
        using var file = TableFile.Open(new MemoryStream(bytes), "a.csv");
        var rows = file.Sheets[0].Rows(default).ToList();
        Assert.Equal(["内容", "路灯不亮的问题已经反映", "坏\uFFFD字"], rows.Select(row => row[1].Text));
    }

    [Fact]
    public void A_quoted_line_break_does_not_end_a_record()
    {
        using var file = TableFile.Open(new MemoryStream("a;b\r\n\"1\r\n2\";\"say \"\"x\"\"\"\r\n\r\n3;4\r\n"u8.ToArray()), "a.csv");
        Assert.Equal(
            ["1 1 a b", "2 2 1\r\n2 say \"x\"", "3 4 ", "4 5 3 4"],
            file.Sheets[0].Rows(default).Select(row => $"{row.Number} {row.Line} {string.Join(' ', row.Cells.Select(cell => cell.Text))}"));
    }

    [Theory]
    [InlineData(0, "A1")]
    [InlineData(25, "Z1")]
    [InlineData(26, "AA1")]
    [InlineData(16383, "XFD1")]
    public void Cells_have_spreadsheet_names(int column, string name)
    {
        Assert.Equal(name, CellName.Of(column, 1));
        Assert.True(CellName.TryParse(name, out var read, out var row));
        Assert.Equal((column, 1), (read, row));
    }

    private static List<Row> Rows(MemoryStream book)
    {
        using var file = TableFile.Open(book, "a.xlsx");
        return [.. file.Sheets[0].Rows(default)];
    }

    private static string InSheet(string rows) => Sheet.Replace("{0}", rows, StringComparison.Ordinal);

    private static MemoryStream Book(string sheet)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Write(zip, "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"sheet1.xml\"/></Relationships>");
            Write(zip, "xl/sheet1.xml", sheet);
        }
        stream.Position = 0;
        return stream;
    }

    private static void Write(ZipArchive zip, string path, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(path).Open());
        writer.Write(text);
    }
}
