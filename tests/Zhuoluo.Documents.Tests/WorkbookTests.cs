using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Zhuoluo.Documents.Xlsx;

namespace Zhuoluo.Documents.Tests;

public sealed class WorkbookTests
{
    [Fact]
    public void Sheets_have_names_that_a_spreadsheet_takes()
    {
        var longName = new string('县', 40);
        using var file = SpreadsheetDocument.Open(new MemoryStream(WorkbookFile.Write(
            new WorkSheet(longName, ["甲"], [[1.5m, "=1+1"]]), new WorkSheet(longName, ["甲"], []), new WorkSheet("收到/办结|按月", ["甲"], []), new WorkSheet("收到 办结 按月", ["甲"], []))), false);
        Assert.Equal([new string('县', 31), new string('县', 29) + " 2", "收到 办结 按月", "收到 办结 按月 2"], file.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value));
        Assert.Empty(new OpenXmlValidator().Validate(file).Select(e => e.Description));
        Assert.Equal(["甲", "1.5", "=1+1"], file.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Cell>()).Select(c => c.InnerText).Where(t => t.Length > 1 || t == "甲").Distinct());
    }
}
