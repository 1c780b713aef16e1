using System.Globalization;
using System.Xml;

namespace Zhuoluo.Rooms.Exchange.Tables;

/// <summary>
/// Which cell styles show a number as a date. Formats 27 to 36 and 50 to 58 are dates of the Chinese edition and have no
/// code in the file (ECMA-376 part 1, 18.8.30).
/// </summary>
internal static class XlsxStyles
{
    /// <summary>One flag for each entry of cellXfs.</summary>
    public static bool[] Read(XmlReader? reader)
    {
        if (reader is null)
        {
            return [];
        }
        using var owned = reader;
        Dictionary<int, bool> own = [];
        List<bool> styles = [];
        var inside = false;
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs")
            {
                inside = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "numFmt")
            {
                own[Id(reader)] = IsDateCode(reader.GetAttribute("formatCode") ?? "");
            }
            else if (inside && reader.NodeType == XmlNodeType.Element && reader.LocalName == "xf")
            {
                var id = Id(reader);
                styles.Add(own.TryGetValue(id, out var isDate) ? isDate : IsDateId(id));
            }
        }
        return [.. styles];
    }

    public static bool IsDateId(int id) => id is >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58;

    /// <summary>A format code is a date when y, m, d, h or s stand in it outside quotes, brackets and escapes.</summary>
    public static bool IsDateCode(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '"':
                    i = Skip(code, i, '"');
                    break;
                case '[':
                    var end = Skip(code, i, ']');
                    if (code.AsSpan(i + 1, Math.Max(end - i - 1, 0)).Trim("hmsHMS").IsEmpty)
                    {
                        return true;
                    }
                    i = end;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    return true;
                case 'G' or 'g':
                    // "General" holds none of the letters, but an era "g" with them would be found by those.
                    i = code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase) ? i + 6 : i;
                    break;
            }
        }
        return false;
    }

    private static int Skip(string code, int start, char close) =>
        code.IndexOf(close, start + 1) is >= 0 and var end ? end : code.Length;

    private static int Id(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
