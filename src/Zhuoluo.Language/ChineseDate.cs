using System.Text.RegularExpressions;

namespace Zhuoluo.Language;

/// <summary>
/// Dates as offices type them: 2021年3月5日 (also 号, with spaces), 2021/3/5, 2021.3.5, 2021-03-05 00:00:00, 20210305,
/// Han numerals, full-width digits; without a year when a default year is given; with a weekday in or out of brackets
/// behind it. A date that does not exist (30 February) is not read.
/// </summary>
public static partial class ChineseDate
{
    private const int Earliest = 1900;
    private const int Latest = 2199;

    public static bool TryRead(string text, int? defaultYear, out DateOnly date)
    {
        var read = TryReadMoment(text, defaultYear, out var moment, out _);
        date = DateOnly.FromDateTime(moment);
        return read;
    }

    /// <summary>Reads a day and, where one is typed, the time on the clock. <paramref name="hasTime"/> tells which.</summary>
    public static bool TryReadMoment(string text, int? defaultYear, out DateTime moment, out bool hasTime)
    {
        ArgumentNullException.ThrowIfNull(text);
        moment = default;
        hasTime = false;
        if (text.Length > 64)
        {
            return false;
        }
        var form = Weekday().Replace(Spaces().Replace(Fold.Width(text).Trim(), " "), "");
        var match = Compact().Match(form);
        if (!match.Success)
        {
            match = Separated().Match(form);
        }
        if (!match.Success)
        {
            match = Written().Match(form);
        }
        return match.Success
            && TryDay(match, defaultYear, out var day)
            && TryClock(match.Groups["clock"].Value, out var clock, out hasTime)
            && Combine(day, clock, out moment);
    }

    /// <summary>The day that a spreadsheet's serial number stands for; only 20000 to 60000 (1954 to 2064) is taken for a date.</summary>
    public static bool TryReadSerial(double serial, bool from1904, out DateTime moment)
    {
        moment = default;
        if (!(serial is >= 1 and < 200_000))
        {
            return false;
        }
        var ticks = (long)Math.Round(serial * 86_400) * TimeSpan.TicksPerSecond;
        moment = (from1904 ? new DateTime(1904, 1, 1) : new DateTime(1899, 12, 30)).AddTicks(ticks);
        return true;
    }

    private static bool TryDay(Match match, int? defaultYear, out DateOnly day)
    {
        day = default;
        var typedYear = match.Groups["y"].Value.Replace(" ", "", StringComparison.Ordinal);
        long year;
        if (typedYear.Length == 0)
        {
            if (defaultYear is not { } assumed)
            {
                return false;
            }
            year = assumed;
        }
        else if (!HanNumber.TryParse(typedYear, out year))
        {
            return false;
        }
        else if (typedYear.Length == 2)
        {
            year += 2000;
        }
        if (year is < Earliest or > Latest
            || !HanNumber.TryParse(match.Groups["m"].Value, out var month) || month is < 1 or > 12
            || !HanNumber.TryParse(match.Groups["d"].Value, out var number)
            || number < 1 || number > DateTime.DaysInMonth((int)year, (int)month))
        {
            return false;
        }
        day = new DateOnly((int)year, (int)month, (int)number);
        return true;
    }

    private static bool TryClock(string text, out TimeOnly clock, out bool typed)
    {
        clock = default;
        typed = false;
        if (text.Trim() is not { Length: > 0 } form)
        {
            return true;
        }
        var match = Clock().Match(form);
        if (!match.Success)
        {
            return false;
        }
        var half = match.Groups["half"].Value;
        if (match.Groups["h"].Value.Length == 0)
        {
            return true;
        }
        var hour = int.Parse(match.Groups["h"].Value, System.Globalization.CultureInfo.InvariantCulture);
        var minute = Number(match.Groups["min"].Value);
        var second = Number(match.Groups["s"].Value);
        if (half is "下午" or "晚上" or "PM" or "pm" && hour < 12)
        {
            hour += 12;
        }
        if (hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }
        clock = new TimeOnly(hour, minute, second);
        typed = true;
        return true;
    }

    private static int Number(string digits) =>
        digits.Length == 0 ? 0 : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    private static bool Combine(DateOnly day, TimeOnly clock, out DateTime moment)
    {
        moment = day.ToDateTime(clock);
        return true;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" ?\(?(星期|周|礼拜)[一二三四五六日天]\)?")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"^(?<y>(19|20|21)\d\d)(?<m>\d\d)(?<d>\d\d)(?<clock>( \d\d?:\d\d(:\d\d)?)?)$")]
    private static partial Regex Compact();

    [GeneratedRegex(@"^((?<y>\d{4}) ?(?<sep>[./\\\-_、。—–]) ?(?<m>\d{1,2}) ?\k<sep> ?(?<d>\d{1,2})|(?<m>\d{1,2}) ?[./\-] ?(?<d>\d{1,2}))[.。]?(?<clock>([ T].*)?)$")]
    private static partial Regex Separated();

    [GeneratedRegex(@"^((?<y>[0-9〇零○一二三四五六七八九 ]{2,12}?) ?年 ?)?(?<m>[0-9一二三四五六七八九十]{1,3}) ?月 ?(?<d>[0-9一二三四五六七八九十廿卅]{1,3}) ?[日号]?[.。]?(?<clock>.*)$")]
    private static partial Regex Written();

    [GeneratedRegex(@"^T?(?<half>上午|下午|晚上|凌晨|中午|早上|AM|am|PM|pm)? ?((?<h>\d{1,2}) ?([::时点]) ?((?<min>\d{1,2}) ?分?)?(:? ?(?<s>\d{1,2})(\.\d+)? ?秒?)?Z?)?$")]
    private static partial Regex Clock();
}
