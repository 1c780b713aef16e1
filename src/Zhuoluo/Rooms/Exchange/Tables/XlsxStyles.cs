using System.Globalization;
using System.Xml;

namespace Zhuoluo.Rooms.Exchange.Tables;

/// <summary>What matters of a cell's style: whether it shows a number as a date, and the colour behind it.</summary>
internal readonly record struct CellStyle(bool IsDate, CellHue Hue);

/// <summary>
/// Which cell styles show a number as a date, and which are coloured like a traffic light. Formats 27 to 36 and 50 to 58 are dates of the Chinese edition and have no
/// code in the file (ECMA-376 part 1, 18.8.30).
/// </summary>
internal static class XlsxStyles
{
    /// <summary>One for each entry of cellXfs.</summary>
    public static CellStyle[] Read(XmlReader? reader)
    {
        if (reader is null)
        {
            return [];
        }
        using var owned = reader;
        Dictionary<int, bool> own = [];
        List<CellHue> fills = [];
        List<CellStyle> styles = [];
        var (inside, isPattern) = (false, false);
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
                var fill = Number(reader.GetAttribute("fillId"));
                styles.Add(new CellStyle(own.TryGetValue(id, out var isDate) ? isDate : IsDateId(id), fill < fills.Count ? fills[fill] : CellHue.None));
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "fill")
            {
                fills.Add(CellHue.None);
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "patternFill")
            {
                isPattern = reader.GetAttribute("patternType") is not (null or "none");
            }
            else if (isPattern && fills.Count > 0 && reader.NodeType == XmlNodeType.Element && reader.LocalName == "fgColor")
            {
                fills[^1] = HueOf(reader.GetAttribute("rgb"), Number(reader.GetAttribute("indexed")));
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

    /// <summary>Which of the three lights a colour is; greys, blues and theme colours are none. Indexed colours by ECMA-376 part 1, 18.8.27.</summary>
    public static CellHue HueOf(string? argb, int indexed)
    {
        if (argb is not { Length: 8 } || !int.TryParse(argb.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb))
        {
            return indexed switch { 2 or 10 => CellHue.Red, 3 or 11 or 17 => CellHue.Green, 5 or 13 => CellHue.Yellow, _ => CellHue.None };
        }
        var (red, green, blue) = (rgb >> 16, (rgb >> 8) & 255, rgb & 255);
        var (most, least) = (Math.Max(red, Math.Max(green, blue)), Math.Min(red, Math.Min(green, blue)));
        var spread = most - least;
        if (spread < 60 || blue == most)
        {
            return CellHue.None;
        }
        var degrees = most == red ? 60 * (green - blue) / spread : 120 + (60 * (blue - red) / spread);
        return degrees switch { < -20 => CellHue.None, < 25 => CellHue.Red, < 70 => CellHue.Yellow, < 170 => CellHue.Green, _ => CellHue.None };
    }

    private static int Id(XmlReader reader) => Number(reader.GetAttribute("numFmtId"));

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
