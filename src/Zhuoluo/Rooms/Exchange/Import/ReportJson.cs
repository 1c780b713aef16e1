using System.Text.Encodings.Web;
using System.Text.Json;
using Zhuoluo.Rooms.Exchange.Reading;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>
/// The result for programs: imported, duplicates, refused (one item a reason) and totals under the names of the sample manifests,
/// with byState, byTown, byUnit and byMonth for every kind of file.
/// </summary>
internal static class ReportJson
{
    private static readonly string[] _always = ["byState", "byTown", "byUnit", "byMonth"];

    public static string Write(ImportReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("imported", report.Imported);
            json.WriteNumber("duplicates", report.Duplicates);
            json.WriteStartArray("refused");
            report.Refused.ForEach(row => Write(json, row));
            json.WriteEndArray();
            json.WriteStartObject("totals");
            Write(json, report);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Refused row)
    {
        foreach (var reason in row.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("sheet", row.Sheet);
            json.WriteNumber("row", row.Row);
            json.WriteNumber("line", row.Line);
            json.WriteString("cell", reason.Cell);
            if (reason.Column is { } column)
            {
                json.WriteNumber("column", column);
            }
            json.WriteString("field", reason.Field);
            json.WriteString("reason", reason.Code);
            if (reason.Suggestion is { } suggestion)
            {
                json.WriteString("suggestion", suggestion);
            }
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, ImportReport report)
    {
        foreach (var (name, number) in report.Totals.Numbers)
        {
            json.WriteNumber(name, number);
        }
        json.WriteNumber("refusedRows", report.Refused.Count);
        var tables = new SortedDictionary<string, IEnumerable<KeyValuePair<string, int>>>(StringComparer.Ordinal);
        foreach (var (name, table) in report.Totals.Tables)
        {
            tables[name] = table;
        }
        tables["byKind"] = report.ByKind.Select(pair => KeyValuePair.Create(pair.Key.Code(), pair.Value));
        foreach (var name in _always)
        {
            tables.TryAdd(name, Stand(name, report.Totals));
        }
        foreach (var (name, table) in tables)
        {
            json.WriteStartObject(name);
            foreach (var (key, count) in table)
            {
                json.WriteNumber(key, count);
            }
            json.WriteEndObject();
        }
    }

    // Hall duty counts under names of its own, and suggestions come from units as well as towns.
    private static IEnumerable<KeyValuePair<string, int>> Stand(string name, Totals totals) => name switch
    {
        "byMonth" => totals.Tables.GetValueOrDefault("byOpenedMonth") ?? totals.Tables.GetValueOrDefault("problemsByMonth") ?? [],
        "byUnit" => totals.Tables.GetValueOrDefault("problemsByUnit") ?? [],
        "byTown" => totals.Tables.GetValueOrDefault("byFrom")?.Where(pair => pair.Key.Length == 9 && pair.Key.All(char.IsAsciiDigit)) ?? [],
        _ => [],
    };
}
