using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>A file as it is understood, before anything is written: what a person confirms or corrects.</summary>
internal sealed record Preview(Survey Survey, FirstReading Counts, IReadOnlyList<PreviewSheet> Sheets);

/// <summary>The first rows below the header, as they stand in the file.</summary>
internal sealed record PreviewSheet(SheetMapping Mapping, IReadOnlyList<Row> Rows);

internal sealed class ImportPreview(ImportStore store, DirectorySource directories, ImportRunner runner, ProgrammeFinder lists, ImportWords words)
{
    private const int RowsShown = 20;

    public async Task<Outcome<Preview>> ReadAsync(ImportRun run, CancellationToken cancel)
    {
        try
        {
            using var file = TableFile.Open(File.OpenRead(store.PathOf(run.Digest)), run.Name);
            var directory = await directories.LoadAsync(run.PlaceCode, cancel);
            var reading = new TableReading(file, directory, words, await runner.OptionsAsync(run, cancel));
            var survey = await lists.ProposeAsync(reading.Survey(cancel), cancel);
            if (survey.Sheets.Count == 0)
            {
                return new UnknownTable();
            }
            var counts = new FirstReading();
            foreach (var finding in reading.Findings(survey, null, cancel))
            {
                counts.Count(finding);
            }
            return new Preview(survey, counts, [.. survey.Sheets.Select(mapping => new PreviewSheet(mapping, Rows(file, mapping, cancel)))]);
        }
        catch (UnreadableTable unreadable)
        {
            return new UnreadableFile(unreadable.Code);
        }
        catch (FileNotFoundException)
        {
            return new NoFile();
        }
    }

    private static List<Row> Rows(TableFile file, SheetMapping mapping, CancellationToken cancel) =>
        [.. file.Sheets.First(sheet => sheet.Name == mapping.Sheet).Rows(cancel).SkipWhile(row => row.Number <= mapping.HeaderRows[^1]).Take(RowsShown)];
}
