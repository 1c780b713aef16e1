using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>A file a table, a line a row: an object with the columns' names. Under a key the files are compressed and sealed.</summary>
internal sealed class JsonlSink(string folder, byte[]? key) : IRowSink
{
    private static readonly JsonWriterOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private Stream? _stream;
    private Utf8JsonWriter? _json;

    public static string FileOf(string table, bool isSealed) => table + (isSealed ? ".jsonl.gz.sealed" : ".jsonl");

    public string Begin(HouseTable table)
    {
        var name = FileOf(table.Name, key is not null);
        var file = new BufferedStream(File.Create(Path.Combine(folder, name)), 1 << 16);
        _stream = key is null ? file : new GZipStream(SealedStream.Writing(file, key, name), CompressionLevel.Fastest);
        _json = new Utf8JsonWriter(_stream, _plain);
        return name;
    }

    public void Write(HouseTable table, object?[] row)
    {
        _json!.WriteStartObject();
        for (var i = 0; i < row.Length; i++)
        {
            var column = table.Columns[i];
            switch (row[i])
            {
                case null: break;
                case bool flag: _json.WriteBoolean(column.Name, flag); break;
                case int number when !column.Meaning.IsEnum: _json.WriteNumber(column.Name, number); break;
                // Ids have more digits than a number of JavaScript; they go as text.
                case var value: _json.WriteString(column.Name, CellText.Of(column, value)); break;
            }
        }
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _stream!.WriteByte((byte)'\n');
    }

    public void End()
    {
        _json?.Dispose();
        _stream?.Dispose();
        (_json, _stream) = (null, null);
    }

    public void Dispose() => End();
}
