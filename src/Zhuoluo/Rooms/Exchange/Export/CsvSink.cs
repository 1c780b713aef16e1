using System.Text;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>A file a table: UTF-8 with the mark that spreadsheets need, CRLF, cells quoted where needed (RFC 4180) and guarded against formulas.</summary>
internal sealed class CsvSink(string folder) : IRowSink
{
    private StreamWriter? _text;

    public string Begin(HouseTable table)
    {
        var name = table.Name + ".csv";
        _text = new StreamWriter(File.Create(Path.Combine(folder, name)), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16) { NewLine = "\r\n" };
        _text.WriteLine(string.Join(',', table.Columns.Select(c => c.Name)));
        return name;
    }

    public void Write(HouseTable table, object?[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (i > 0)
            {
                _text!.Write(',');
            }
            var cell = CellText.Guard(CellText.Of(table.Columns[i], row[i]));
            if (cell.AsSpan().IndexOfAny(",\"\r\n") >= 0)
            {
                cell = $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            }
            _text!.Write(cell);
        }
        _text!.WriteLine();
    }

    public void End()
    {
        _text?.Dispose();
        _text = null;
    }

    public void Dispose() => End();
}
