using System.Globalization;
using System.Text.Json;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>
/// A stored value as text and back, without loss: enums as words, instants in UTC to the microsecond, days as yyyy-MM-dd, bytes as base64.
/// In tables, a cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection), as does one that began with
/// one; an empty cell is no value, an apostrophe alone an empty text.
/// </summary>
internal static class CellText
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static string? Of(HouseColumn column, object? value) => value switch
    {
        null => null,
        _ when column.Meaning.IsEnum => Word(column.Meaning, value),
        long micros when column.Meaning == typeof(DateTimeOffset) => Microseconds.At(micros).UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture),
        string text => text,
        bool flag => flag ? "true" : "false",
        byte[] bytes => Convert.ToBase64String(bytes),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"{column.Name}: {value.GetType().Name} has no text."),
    };

    /// <exception cref="FormatException">The text is none that <see cref="Of"/> wrote.</exception>
    public static object? Read(HouseColumn column, string? text)
    {
        if (text is null)
        {
            return column.IsNullable ? null : Nothing(column.Stored);
        }
        if (column.Meaning.IsEnum)
        {
            return Number(column, text);
        }
        return column.Meaning == typeof(DateTimeOffset)
            ? Microseconds.Of(DateTimeOffset.ParseExact(text, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))
            : column.Stored == typeof(string) ? text
            : column.Stored == typeof(long) ? long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : column.Stored == typeof(int) ? int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : column.Stored == typeof(bool) ? bool.Parse(text)
            : column.Stored == typeof(byte[]) ? Convert.FromBase64String(text)
            : column.Stored == typeof(DateOnly) ? DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture)
            : column.Stored == typeof(TimeOnly) ? TimeOnly.ParseExact(text, "O", CultureInfo.InvariantCulture)
            : double.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>What a column without a value holds that must have one.</summary>
    public static object Nothing(Type stored) =>
        stored == typeof(string) ? ""
        : stored == typeof(byte[]) ? Array.Empty<byte>()
        : stored == typeof(DateOnly) ? DateOnly.MinValue
        : Activator.CreateInstance(stored)!;

    public static string Guard(string? text) =>
        text is null ? ""
        : text.Length == 0 ? "'"
        : text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\'' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20' || text.TrimStart(' ', '\u3000') is ['=' or '+' or '-' or '@', ..] ? "'" + text
        : text;

    public static string? Unguard(string cell) => cell.Length == 0 ? null : cell[0] == '\'' ? cell[1..] : cell;

    private static string Word(Type meaning, object value)
    {
        var number = Convert.ToInt64(value, CultureInfo.InvariantCulture);
        var name = Enum.GetName(meaning, Convert.ChangeType(number, Enum.GetUnderlyingType(meaning), CultureInfo.InvariantCulture));
        return name is null ? number.ToString(CultureInfo.InvariantCulture) : JsonNamingPolicy.KebabCaseLower.ConvertName(name);
    }

    private static object Number(HouseColumn column, string text)
    {
        var name = Enum.GetNames(column.Meaning).FirstOrDefault(n => JsonNamingPolicy.KebabCaseLower.ConvertName(n) == text);
        var number = name is null ? long.Parse(text, CultureInfo.InvariantCulture) : Convert.ToInt64(Enum.Parse(column.Meaning, name), CultureInfo.InvariantCulture);
        return Convert.ChangeType(number, column.Stored, CultureInfo.InvariantCulture);
    }
}
