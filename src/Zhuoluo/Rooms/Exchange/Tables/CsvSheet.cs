using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Exchange.Tables;

/// <summary>A CSV file as one sheet. Records count from 1; quoted line breaks do not end one. Undecodable bytes become U+FFFD.</summary>
internal sealed class CsvSheet : Sheet
{
    private readonly Stream _stream;
    private readonly Encoding _encoding;
    private readonly char _delimiter;
    private readonly TableLimits _limits;

    private CsvSheet(string name, Stream stream, Encoding encoding, char delimiter, TableLimits limits) : base(name)
    {
        _stream = stream;
        _encoding = encoding;
        _delimiter = delimiter;
        _limits = limits;
    }

    public override bool CountsFields => true;

    public static CsvSheet Of(Stream stream, string fileName, TableLimits limits)
    {
        var encoding = FileEncoding.Of(stream);
        return new CsvSheet(Path.GetFileNameWithoutExtension(fileName), stream, encoding, Delimiter(stream, encoding), limits);
    }

    public override IEnumerable<Row> Rows(CancellationToken cancel)
    {
        _stream.Position = 0;
        using var text = new StreamReader(_stream, _encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = _delimiter.ToString(),
            IgnoreBlankLines = false,
            BadDataFound = null,
            MaxFieldSize = _limits.CellCharacters,
        });
        var line = 1;
        for (var record = 1; Step(parser); record++)
        {
            cancel.ThrowIfCancellationRequested();
            if (record > _limits.Rows)
            {
                throw new UnreadableTable("too_large");
            }
            var cells = new Cell[Math.Min(parser.Count, _limits.Columns)];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Of(parser[i]);
            }
            yield return new Row(record, line, cells);
            line = parser.RawRow + 1;
        }
    }

    private static bool Step(CsvParser parser)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException cause)
        {
            // A quote that never closes swallows the rest of the file into one field.
            throw new UnreadableTable("damaged_file", cause);
        }
    }

    private static Cell Of(string field)
    {
        return field is ['#', ..] && field.Trim() is "#REF!" or "#N/A" or "#VALUE!" or "#DIV/0!" or "#NAME?" or "#NULL!" or "#NUM!" or "#SPILL!" or "#CALC!"
            ? new Cell(CellKind.Error, field.Trim())
            : Cell.OfText(field);
    }

    /// <summary>The separator that splits most lines of the head, outside quotes; a comma when nothing does.</summary>
    private static char Delimiter(Stream stream, Encoding encoding)
    {
        stream.Position = 0;
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
        var head = new char[1 << 15];
        var read = text.ReadBlock(head);
        var best = (Delimiter: ',', Count: 0);
        foreach (var candidate in (ReadOnlySpan<char>)[',', '\t', ';', '|', '，'])
        {
            var count = 0;
            var quoted = false;
            foreach (var c in head.AsSpan(0, read))
            {
                quoted ^= c == '"';
                count += c == candidate && !quoted ? 1 : 0;
            }
            // The full-width comma belongs to the texts; it separates fields only where nothing else does.
            if (count > best.Count && (candidate != '，' || best.Count == 0))
            {
                best = (candidate, count);
            }
        }
        return best.Delimiter;
    }
}
