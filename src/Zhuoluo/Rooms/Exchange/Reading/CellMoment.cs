using System.Globalization;
using System.Text.RegularExpressions;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>The day or moment that a cell means, whether the spreadsheet knows it for one or it was typed as text or as a serial number.</summary>
internal static partial class CellMoment
{
    public static DateTime? Read(Cell cell, string text, int? defaultYear)
    {
        if (cell.Kind == CellKind.Moment)
        {
            return cell.Moment;
        }
        var tight = Fold.Tight(text);
        if (Serial().IsMatch(tight)
            && double.TryParse(tight, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 20_000 and <= 60_000)
        {
            return ChineseDate.TryReadSerial(number, false, out var day) ? day : null;
        }
        if (cell.Kind == CellKind.Number && tight.Contains('.', StringComparison.Ordinal))
        {
            // The number 3.1 may have been typed as 3.10: a day must not be guessed from it.
            return null;
        }
        var bare = string.Concat(text.Where(c => !Fold.IsZeroWidth(c)));
        return ChineseDate.TryReadMoment(bare, defaultYear, out var moment, out _) ? moment : null;
    }

    [GeneratedRegex(@"^[2-6]\d{4}(\.\d+)?$")]
    private static partial Regex Serial();
}
