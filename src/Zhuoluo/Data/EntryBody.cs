using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Zhuoluo.Foundation;

namespace Zhuoluo.Data;

/// <summary>
/// Canonical bytes of an entry (ledger.md section 4.6): UTF-8 JSON, keys sorted, no spaces; strings, integers and booleans only.
/// Made once, stored, and hashed as they are; nobody serialises an entry again to hash it.
/// </summary>
internal static class EntryBody
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> _properties = new();

    public static byte[] Write<T>(T entry, Act act, ReadOnlySpan<byte> eventId, IReadOnlyList<byte[]> commitments)
        where T : IEntry
    {
        using var buffer = new MemoryStream(256);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.Default }))
        {
            json.WriteStartObject();
            // Whole seconds: no finer than needed (ledger.md section 10).
            json.WriteString("at", act.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteString("by", act.Who.Office);
            if (commitments.Count > 0)
            {
                json.WriteStartArray("c");
                foreach (var commitment in commitments)
                {
                    json.WriteBase64StringValue(commitment);
                }
                json.WriteEndArray();
            }
            json.WriteString("id", Convert.ToHexStringLower(eventId));
            json.WriteString("kind", T.Kind);
            json.WriteStartObject("pub");
            foreach (var property in PropertiesOf(typeof(T)))
            {
                WriteValue(json, JsonNamingPolicy.CamelCase.ConvertName(property.Name), property.GetValue(entry));
            }
            json.WriteEndObject();
            json.WriteNumber("v", T.Version);
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    /// <summary>The types that a public property of an entry may have; the fence test reads this list.</summary>
    public static bool MayStandInAnEntry(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum || plain == typeof(int) || plain == typeof(long) || plain == typeof(bool)
            || plain == typeof(DateOnly) || plain == typeof(Code);
    }

    private static PropertyInfo[] PropertiesOf(Type type) => _properties.GetOrAdd(type, t =>
        [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .OrderBy(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), StringComparer.Ordinal)]);

    // A null is left out: an absent key and a null would be two spellings of one thing.
    private static void WriteValue(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: return;
            case bool flag: json.WriteBoolean(name, flag); return;
            case int number: json.WriteNumber(name, number); return;
            case long number: json.WriteNumber(name, number); return;
            case DateOnly day: json.WriteString(name, day.ToString("O", CultureInfo.InvariantCulture)); return;
            case Code code: json.WriteString(name, code.Value); return;
            case Enum word: json.WriteString(name, JsonNamingPolicy.CamelCase.ConvertName(word.ToString())); return;
            default: throw new InvalidOperationException($"{value.GetType().Name} may not stand in an entry.");
        }
    }
}
