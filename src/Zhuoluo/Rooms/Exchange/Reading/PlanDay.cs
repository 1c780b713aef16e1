using System.Globalization;
using System.Text.RegularExpressions;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>
/// A planned day of a project list: a day like any other, or a month, which is its first day for a start (初) and its last for an end (底前);
/// 上旬, 中旬 and 下旬 are thirds of it, 年底 is the last day of the year (samples rule 6).
/// </summary>
internal static partial class PlanDay
{
    public static DateOnly? Read(Cell cell, string text, int? defaultYear, bool isEnd)
    {
        if (CellMoment.Read(cell, text, defaultYear) is { } moment)
        {
            return DateOnly.FromDateTime(moment);
        }
        var tight = Fold.Tight(text);
        // The number 2021.1 may have been typed as 2021.10.
        if (cell.Kind == CellKind.Number && tight.EndsWith(".1", StringComparison.Ordinal))
        {
            return null;
        }
        var match = Month().Match(tight);
        if (!match.Success)
        {
            match = YearEnd().Match(tight);
        }
        if (!match.Success || Year(match.Groups["y"].Value, defaultYear) is not { } year)
        {
            return null;
        }
        var month = match.Groups["m"] is { Success: true } typed ? HanNumber.TryParse(typed.Value, out var number) ? number : 0 : 12;
        return month is < 1 or > 12 ? null : Within(year, (int)month, match.Groups["part"].Value, isEnd);
    }

    private static DateOnly Within(int year, int month, string part, bool isEnd)
    {
        var last = DateTime.DaysInMonth(year, month);
        var day = part switch
        {
            "初" => 1,
            "上旬" => isEnd ? 10 : 1,
            "中旬" => isEnd ? 20 : 11,
            "下旬" => isEnd ? last : 21,
            "底" or "末" => last,
            _ => isEnd ? last : 1,
        };
        return new DateOnly(year, month, day);
    }

    private static int? Year(string typed, int? defaultYear) =>
        typed.Length == 0 ? defaultYear : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    [GeneratedRegex("^((?<y>(19|20|21)[0-9]{2})[年./-])?(?<m>[0-9]{1,2}|[一二三四五六七八九十]{1,3})月份?(?<part>初|上旬|中旬|下旬|底|末)?(之?前|以前)?$|^(?<y>(19|20|21)[0-9]{2})[./-](?<m>[0-9]{1,2})$")]
    private static partial Regex Month();

    [GeneratedRegex("^((?<y>(19|20|21)[0-9]{2})年?|年)(?<part>底|末)(之?前|以前)?$")]
    private static partial Regex YearEnd();
}
