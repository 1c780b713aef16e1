using System.IO.Compression;
using System.Text.Json;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Exchange.Export;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Rooms.Exchange.Moving;

/// <summary>Reads the tables of an export in whichever form it was written; values come as they are stored, in the order of the table's columns.</summary>
internal sealed class RowSource(string folder, Manifest manifest, byte[]? key) : IDisposable
{
    private TableFile? _book;

    /// <exception cref="FormatException">A value is none that an export writes.</exception>
    /// <exception cref="JsonException">A line is no object.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A sealed file was changed or cut off.</exception>
    public IEnumerable<object?[]> Rows(HouseTable table, ManifestTable listed, CancellationToken cancel) => manifest.Format switch
    {
        ExportFormat.Jsonl => Lines(table, listed),
        ExportFormat.Csv => Sheet(table, () => TableFile.Open(PathOf(listed)), cancel),
        _ => Sheets(table, listed, cancel),
    };

    public void Dispose() => _book?.Dispose();

    // A name that leads out of the folder is none of ours.
    private string PathOf(ManifestTable listed) => Path.Combine(folder, Path.GetFileName(listed.File));

    private IEnumerable<object?[]> Lines(HouseTable table, ManifestTable listed)
    {
        Stream stream = new BufferedStream(File.OpenRead(PathOf(listed)), 1 << 16);
        if (key is not null)
        {
            stream = new GZipStream(SealedStream.Reading(stream, key, listed.File), CompressionMode.Decompress);
        }
        using var text = new StreamReader(stream);
        var byName = table.Columns.Select((c, i) => (c.Name, i)).ToDictionary(c => c.Name, c => c.i, StringComparer.Ordinal);
        while (text.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var row = Empty(table);
            foreach (var given in json.RootElement.EnumerateObject())
            {
                if (byName.TryGetValue(given.Name, out var i))
                {
                    row[i] = CellText.Read(table.Columns[i], given.Value.ValueKind switch
                    {
                        JsonValueKind.String => given.Value.GetString(),
                        JsonValueKind.Null => null,
                        _ => given.Value.GetRawText(),
                    });
                }
            }
            yield return row;
        }
    }

    private IEnumerable<object?[]> Sheets(HouseTable table, ManifestTable listed, CancellationToken cancel)
    {
        _book ??= TableFile.Open(PathOf(listed));
        return _book.Sheets.Where(s => s.Name == table.Name || s.Name.StartsWith(table.Name + "~", StringComparison.Ordinal)).SelectMany(s => Read(table, s, cancel));
    }

    private static IEnumerable<object?[]> Sheet(HouseTable table, Func<TableFile> open, CancellationToken cancel)
    {
        using var file = open();
        foreach (var row in Read(table, file.Sheets[0], cancel))
        {
            yield return row;
        }
    }

    private static IEnumerable<object?[]> Read(HouseTable table, Sheet sheet, CancellationToken cancel)
    {
        int[]? columns = null;
        foreach (var row in sheet.Rows(cancel))
        {
            if (columns is null)
            {
                columns = [.. row.Cells.Select(c => table.ColumnOf(c.Text))];
                continue;
            }
            var values = Empty(table);
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i] >= 0)
                {
                    values[columns[i]] = CellText.Read(table.Columns[columns[i]], CellText.Unguard(row[i].Text));
                }
            }
            yield return values;
        }
    }

    // Columns that the export does not have, because it is older or leaves them out.
    private static object?[] Empty(HouseTable table) => [.. table.Columns.Select(c => c.IsNullable ? null : CellText.Nothing(c.Stored))];
}
