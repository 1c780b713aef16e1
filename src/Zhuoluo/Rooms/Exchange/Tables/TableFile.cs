namespace Zhuoluo.Rooms.Exchange.Tables;

/// <summary>A spreadsheet or CSV file opened for reading; owns its stream. Told apart by the first bytes, not by the name.</summary>
internal sealed class TableFile : IDisposable
{
    private readonly IDisposable _owned;

    private TableFile(string name, IReadOnlyList<Sheet> sheets, IDisposable owned)
    {
        Name = name;
        Sheets = sheets;
        _owned = owned;
    }

    /// <summary>The name under which the office sent the file; it may carry the day of the list.</summary>
    public string Name { get; }

    public IReadOnlyList<Sheet> Sheets { get; }

    public static TableFile Open(string path, TableLimits? limits = null) =>
        Open(File.OpenRead(path), Path.GetFileName(path), limits);

    /// <summary>Takes over the stream, which must be seekable. Throws <see cref="UnreadableTable"/>.</summary>
    public static TableFile Open(Stream stream, string name, TableLimits? limits = null)
    {
        limits ??= TableLimits.Default;
        try
        {
            Span<byte> head = stackalloc byte[8];
            var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            stream.Position = 0;
            if (head[..read].StartsWith("PK"u8))
            {
                var book = XlsxBook.Open(stream, limits);
                return new TableFile(name, book.Sheets, book);
            }
            if (head[..read].SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            {
                // Both the old .xls and an encrypted .xlsx are compound files; only the name tells them apart here.
                throw new UnreadableTable(name.EndsWith(".xls", StringComparison.OrdinalIgnoreCase) ? "old_format" : "protected_file");
            }
            return new TableFile(name, [CsvSheet.Of(stream, name, limits)], stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public void Dispose() => _owned.Dispose();
}
