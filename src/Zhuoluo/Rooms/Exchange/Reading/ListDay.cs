using System.Globalization;
using System.Text.RegularExpressions;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>The day a list speaks for, from what the office wrote above it or into the file's name.</summary>
internal static partial class ListDay
{
    /// <summary>Strongest first: 截止 or 截至 with a day, a day alone in brackets or at the end of a title, eight digits in a name.</summary>
    public static DateOnly? Find(IEnumerable<Row> above, string sheetName, string fileName)
    {
        var titles = above.SelectMany(row => row.Cells).Where(cell => !cell.IsBlank).Select(cell => Fold.Width(cell.Text)).ToList();
        return titles.Select(title => Read(Until().Match(title))).FirstOrDefault(day => day is not null)
            ?? titles.Select(title => Read(Alone().Match(title))).FirstOrDefault(day => day is not null)
            ?? Read(Until().Match(sheetName)) ?? Read(Named().Match(sheetName))
            ?? Read(Until().Match(fileName)) ?? Read(Named().Match(fileName));
    }

    /// <summary>A year that a title names, for dates typed without one: 2021年5月—12月.</summary>
    public static int? Year(IEnumerable<Row> above, string sheetName, string fileName)
    {
        var texts = above.SelectMany(row => row.Cells).Select(cell => Fold.Width(cell.Text)).Append(sheetName).Append(fileName);
        foreach (var text in texts)
        {
            if (YearWord().Match(text) is { Success: true } match)
            {
                return int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);
            }
        }
        return null;
    }

    private static DateOnly? Read(Match match) =>
        match.Success && ChineseDate.TryRead(match.Groups["day"].Value, null, out var day) ? day : null;

    [GeneratedRegex(@"(截止|截至|统计时间|统计日期|数据时间)[^0-9一二]{0,8}(?<day>20\d\d ?[年./-] ?\d{1,2} ?[月./-] ?\d{1,2}|20\d{6}(?!\d))")]
    private static partial Regex Until();

    [GeneratedRegex(@"^\(?(?<day>20\d\d ?[年./-] ?\d{1,2} ?[月./-] ?\d{1,2} ?日?)\)?$|\((?<day>20\d\d ?[年./-] ?\d{1,2} ?[月./-] ?\d{1,2} ?日?)\)")]
    private static partial Regex Alone();

    [GeneratedRegex(@"(?<!\d)(?<day>20\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])|20\d\d[年.-]\d{1,2}[月.-]\d{1,2}日?)(?!\d)")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<!\d)(?<y>20\d\d) ?年")]
    private static partial Regex YearWord();
}
