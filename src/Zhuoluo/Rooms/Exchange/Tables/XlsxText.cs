using System.Globalization;
using System.Text;
using System.Xml;

namespace Zhuoluo.Rooms.Exchange.Tables;

/// <summary>Strings of a workbook: coloured runs are joined, phonetic guides left out, <c>_xHHHH_</c> decoded (ECMA-376 part 1, 22.9.2.19).</summary>
internal static class XlsxText
{
    public static string[] ReadShared(XmlReader? reader, TableLimits limits)
    {
        if (reader is null)
        {
            return [];
        }
        using var owned = reader;
        List<string> strings = [];
        var characters = 0L;
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                var text = ReadRuns(reader, limits);
                characters += text.Length;
                if (characters > limits.SharedCharacters)
                {
                    throw new UnreadableTable("too_large");
                }
                strings.Add(text);
            }
        }
        return [.. strings];
    }

    /// <summary>Reads the texts of the element on which the reader stands (si, is), up to its end.</summary>
    public static string ReadRuns(XmlReader reader, TableLimits limits)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }
        var depth = reader.Depth;
        string? single = null;
        StringBuilder? joined = null;
        var inPhonetic = false;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.LocalName == "rPh" && reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                inPhonetic = reader.NodeType == XmlNodeType.Element && reader.LocalName == "rPh" && !reader.IsEmptyElement;
            }
            else if (!inPhonetic && reader is { NodeType: XmlNodeType.Element, LocalName: "t" })
            {
                var text = ReadText(reader, limits);
                if (single is null)
                {
                    single = text;
                }
                else
                {
                    joined ??= new StringBuilder(single);
                    joined.Append(text);
                }
            }
        }
        return Decode(joined?.ToString() ?? single ?? "");
    }

    /// <summary>The text directly inside the element on which the reader stands; leaves the reader at its end.</summary>
    public static string ReadText(XmlReader reader, TableLimits limits)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }
        var depth = reader.Depth;
        string? single = null;
        StringBuilder? joined = null;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                if (single is null)
                {
                    single = reader.Value;
                }
                else if ((joined?.Length ?? 0) < limits.CellCharacters)
                {
                    joined ??= new StringBuilder(single);
                    joined.Append(reader.Value);
                }
            }
        }
        var text = joined?.ToString() ?? single ?? "";
        return text.Length > limits.CellCharacters ? text[..limits.CellCharacters] : text;
    }

    public static string Decode(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }
        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                decoded.Append((char)code);
                i += 6;
            }
            else
            {
                decoded.Append(text[i]);
            }
        }
        return decoded.ToString();
    }
}
