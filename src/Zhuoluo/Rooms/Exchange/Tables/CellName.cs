using System.Globalization;

namespace Zhuoluo.Rooms.Exchange.Tables;

/// <summary>Spreadsheet names of cells: column 0 is A, column 26 is AA.</summary>
internal static class CellName
{
    public static string Of(int column, int row) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    public static string Column(int column)
    {
        var name = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            name = (char)('A' + (rest - 1) % 26) + name;
        }
        return name;
    }

    /// <summary>Reads A1 or $A$1; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out int column, out int row)
    {
        column = 0;
        row = 0;
        foreach (var c in name)
        {
            if (c == '$')
            {
                continue;
            }
            if (char.IsAsciiLetter(c) && row == 0 && column < 20_000)
            {
                column = column * 26 + (c | 0x20) - 'a' + 1;
            }
            else if (char.IsAsciiDigit(c) && column > 0 && row < 100_000_000)
            {
                row = row * 10 + c - '0';
            }
            else
            {
                return false;
            }
        }
        column--;
        return column >= 0 && row > 0;
    }
}
