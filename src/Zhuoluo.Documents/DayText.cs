using System.Globalization;

namespace Zhuoluo.Documents;

/// <summary>A day as documents print it: Arabic, full year, no leading zeros (7.3.5.4).</summary>
public static class DayText
{
    public static string Of(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");
}
