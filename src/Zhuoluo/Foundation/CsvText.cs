using System.Text;

namespace Zhuoluo.Foundation;

/// <summary>
/// A table as a file that offices open by double click: UTF-8 with byte order mark, CRLF, cells quoted where needed (RFC 4180).
/// What a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection).
/// </summary>
internal static class CsvText
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static byte[] Of(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(header))
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    public static string Cell(string value)
    {
        var tame = value.TrimStart(' ', '　') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + value : value;
        return tame.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{tame.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : tame;
    }
}
