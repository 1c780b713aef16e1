using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Rooms.Exchange.Import;
using Zhuoluo.Rooms.Exchange.Tables;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Exchange;

/// <summary>What was refused goes back in a file of its own; corrected, exactly those rows come in.</summary>
public sealed class RefusedFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zlrefused");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, EachDatabase]
    public async Task A_corrected_row_of_a_text_file_comes_in_and_no_other(Db db)
    {
        await using var house = await ImportHouse.OpenAsync(db);
        var path = await RefusedAsync(house, "tickets.csv");
        var text = await File.ReadAllTextAsync(path);
        Assert.Contains("impossible_date", text, StringComparison.Ordinal);
        var day = text.Split("\r\n").First(line => line.Contains("impossible_date", StringComparison.Ordinal)).Split(',')[5];
        await File.WriteAllTextAsync(path, text.Replace(day, "2023-03-02 08:00", StringComparison.Ordinal), new System.Text.UTF8Encoding(true));

        var again = ImportHouse.Good(await house.ImportAsync(path, asOf: new DateOnly(2023, 12, 31)));

        Assert.Equal(1, again.Imported);
    }

    [Theory, EachDatabase]
    public async Task A_workbook_of_refused_rows_is_refused_for_the_same_reasons(Db db)
    {
        await using var house = await ImportHouse.OpenAsync(db);
        foreach (var file in (string[])["visits.xlsx", "duty.xlsx"])
        {
            var first = ImportHouse.Good(await house.ImportSmallAsync(file));
            var path = await RefusedAsync(house, file);
            using (var book = TableFile.Open(path))
            {
                Assert.Equal(first.Refused.Select(row => row.Sheet).Distinct().Order(StringComparer.Ordinal), book.Sheets.Select(sheet => sheet.Name).Order(StringComparer.Ordinal));
            }
            var again = ImportHouse.Good(await house.ImportAsync(path, asOf: new DateOnly(2023, file == "visits.xlsx" ? 6 : 12, 30)));
            Assert.Equal(
                first.Refused.SelectMany(row => row.Reasons).Select(reason => reason.Code).Order(StringComparer.Ordinal),
                again.Refused.SelectMany(row => row.Reasons).Select(reason => reason.Code).Order(StringComparer.Ordinal));
        }
    }

    private async Task<string> RefusedAsync(TestHouse house, string file)
    {
        var path = Path.Combine(_folder.FullName, RefusedFile.NameFor(file));
        var import = new ImportFile(Path.Combine(ImportHouse.Folder, file), "990101", "", new DateOnly(2023, file == "visits.xlsx" ? 6 : 12, 30)) { RefusedPath = path };
        ImportHouse.Good(await house.Services.GetRequiredService<ImportFileHandler>().HandleAsync(import, house.System(), null, CancellationToken.None));
        return path;
    }
}
