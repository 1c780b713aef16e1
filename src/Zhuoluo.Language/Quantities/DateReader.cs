namespace Zhuoluo.Language.Quantities;

/// <summary>
/// Dates inside a text (rules G3.6): 2021年2月20日, 2021年7月, 2月20日, 7月, 12月31日, 二〇二一年, 2022-01-17, 四季度, 1至11月, 8时30分. What is
/// written is read even where no such day exists; <see cref="WrittenDate.Exists"/> tells.
/// </summary>
internal static class DateReader
{
    public static bool TryRead(ReadOnlySpan<char> text, int at, out int length, out WrittenDate date)
    {
        (length, date) = (0, default);
        return TryDashed(text, at, ref length, ref date)
            || TryYear(text, at, ref length, ref date)
            || TryMonth(text, at, ref length, ref date)
            || TryDecade(text, at, ref length)
            || TryQuarter(text, at, ref length)
            || TryClock(text, at, ref length);
    }

    private static bool TryDashed(ReadOnlySpan<char> text, int at, ref int length, ref WrittenDate date)
    {
        if (!Digits(text, at, out var year, out var next) || next - at != 4 || next >= text.Length || text[next] is not ('-' or '/' or '.'))
        {
            return false;
        }
        var mark = text[next];
        if (!Digits(text, next + 1, out var month, out var second) || second - next > 3 || second >= text.Length || text[second] != mark
            || !Digits(text, second + 1, out var day, out var end) || end - second > 3)
        {
            return false;
        }
        (length, date) = (end - at, new WrittenDate(year, month, day));
        return true;
    }

    private static bool TryYear(ReadOnlySpan<char> text, int at, ref int length, ref WrittenDate date)
    {
        if (!TryYearNumber(text, at, out var year, out var next))
        {
            return false;
        }
        // 2019—2021年
        if (next < text.Length && text[next] is '-' or '—' or '至' or '～' && next + 1 < text.Length)
        {
            var second = next + 1;
            while (second < text.Length && text[second] == '—')
            {
                second++;
            }
            if (TryYearNumber(text, second, out _, out var end) && end < text.Length && text[end] == '年')
            {
                (length, date) = (end + 1 - at, new WrittenDate(year, null, null));
                return true;
            }
        }
        if (next >= text.Length || text[next] != '年')
        {
            return false;
        }
        next++;
        if (next < text.Length && text[next] == '度')
        {
            next++;
        }
        date = new WrittenDate(year, null, null);
        var (rest, tail) = (default(WrittenDate), 0);
        if (TryMonth(text, next, ref tail, ref rest))
        {
            date = rest with { Year = year };
        }
        else
        {
            _ = TryQuarter(text, next, ref tail);
        }
        length = next + tail - at;
        return true;
    }

    private static bool TryMonth(ReadOnlySpan<char> text, int at, ref int length, ref WrittenDate date)
    {
        if (!Number(text, at, out var month, out var next) || next >= text.Length)
        {
            return false;
        }
        // 1至11月, 1-6月
        if (text[next] is '-' or '至' or '～' or '—' && Number(text, next + 1, out var last, out var end) && end < text.Length && text[end] == '月' && last <= 12)
        {
            (length, date) = (end + 1 - at, new WrittenDate(null, last, null));
            return true;
        }
        if (text[next] != '月' || next - at > 3 || (at > 0 && text[at - 1] is '个' or '第'))
        {
            return false;
        }
        next++;
        date = new WrittenDate(null, month, null);
        if (Number(text, next, out var day, out var behind) && behind < text.Length && text[behind] is '日' or '号')
        {
            date = date with { Day = day };
            next = behind + 1;
        }
        else if (next < text.Length && text[next] is '份' or '底' or '初' or '末')
        {
            next++;
        }
        else if (next + 1 < text.Length && text[next + 1] == '旬' && text[next] is '上' or '中' or '下')
        {
            next += 2;
        }
        length = next - at;
        return true;
    }

    // 20世纪80年代, 上世纪九十年代, 21世纪
    private static bool TryDecade(ReadOnlySpan<char> text, int at, ref int length)
    {
        if (!Number(text, at, out _, out var next))
        {
            return false;
        }
        if (text[next..].StartsWith("世纪", StringComparison.Ordinal))
        {
            length = next + 2 - at;
            if (Number(text, next + 2, out _, out var decade) && text[decade..].StartsWith("年代", StringComparison.Ordinal))
            {
                length = decade + 2 - at;
            }
            return true;
        }
        if (!text[next..].StartsWith("年代", StringComparison.Ordinal))
        {
            return false;
        }
        length = next + 2 - at;
        return true;
    }

    private static bool TryQuarter(ReadOnlySpan<char> text, int at, ref int length)
    {
        var from = at < text.Length && text[at] == '第' ? at + 1 : at;
        if (!Number(text, from, out var quarter, out var next) || quarter is < 1 or > 4 || !text[next..].StartsWith("季度", StringComparison.Ordinal))
        {
            return false;
        }
        length = next + 2 - at;
        return true;
    }

    // 8:30, 8时30分, 上午9点
    private static bool TryClock(ReadOnlySpan<char> text, int at, ref int length)
    {
        if (!Digits(text, at, out var hour, out var next) || hour > 24 || next >= text.Length)
        {
            return false;
        }
        if (text[next] == ':' && Digits(text, next + 1, out var minute, out var end) && end - next == 3 && minute < 60)
        {
            // 08:30:21
            var seconds = end < text.Length && text[end] == ':' && Digits(text, end + 1, out var second, out var last) && last - end == 3 && second < 60 ? 3 : 0;
            length = end + seconds - at;
            return true;
        }
        // 上午8点, 8点到12点; 3点意见 are points
        if (text[next] == '点' && (next + 1 < text.Length && text[next + 1] is '到' or '至' or '半' or '钟' or '-' or '—' || Digits(text, next + 1, out _, out var tens) && tens < text.Length && text[tens] == '分' || at > 1 && text[at - 1] == '上' && text[at - 2] is '早' or '晚' || at > 0 && text[at - 1] is '午' or '晚' or '早' or '晨' or '至' or '到' && at > 1 && text[at - 2] == '点'))
        {
            length = next + 1 - at;
            if (Digits(text, next + 1, out _, out var past) && past < text.Length && text[past] == '分')
            {
                length = past + 1 - at;
            }
            return true;
        }
        if (text[next] == '时' && (next + 1 >= text.Length || text[next + 1] is not ('间' or '代' or '刻')))
        {
            length = next + 1 - at;
            if (Digits(text, next + 1, out _, out var minutes) && minutes < text.Length && text[minutes] == '分')
            {
                length = minutes + 1 - at;
            }
            return true;
        }
        return false;
    }

    private static bool TryYearNumber(ReadOnlySpan<char> text, int at, out int year, out int next)
    {
        if (Digits(text, at, out year, out next))
        {
            return next - at == 4 && year is >= 1800 and <= 2199;
        }
        next = at;
        year = 0;
        while (next < text.Length && next - at < 4 && HanNumerals.DigitOf(text[next]) is >= 0 and var digit)
        {
            year = year * 10 + digit;
            next++;
        }
        return next - at == 4 && year is >= 1800 and <= 2199;
    }

    private static bool Number(ReadOnlySpan<char> text, int at, out int value, out int next)
    {
        if (Digits(text, at, out value, out next))
        {
            return next - at <= 2;
        }
        next = at;
        while (next < text.Length && next - at < 3 && (HanNumerals.DigitOf(text[next]) > 0 || text[next] is '十' or '廿'))
        {
            next++;
        }
        value = 0;
        if (next == at || !HanNumber.TryParse(text[at..next].ToString(), out var read))
        {
            return false;
        }
        value = (int)read;
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text, int at, out int value, out int next)
    {
        (value, next) = (0, at);
        while (next < text.Length && char.IsAsciiDigit(text[next]) && next - at < 6)
        {
            value = value * 10 + (text[next++] - '0');
        }
        return next > at;
    }
}
