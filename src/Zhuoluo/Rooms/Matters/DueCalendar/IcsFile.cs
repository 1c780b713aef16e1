using System.Globalization;
using System.Text;

namespace Zhuoluo.Rooms.Matters.DueCalendar;

/// <summary>One whole-day event.</summary>
/// <param name="Uid">The same for the same thing for ever.</param>
/// <param name="Day">The day it falls on.</param>
/// <param name="Summary">One line.</param>
/// <param name="Url">Where to read more.</param>
/// <param name="ChangedAt">When it last changed.</param>
internal sealed record IcsEvent(string Uid, DateOnly Day, string Summary, string Url, DateTimeOffset ChangedAt);

/// <summary>A calendar as RFC 5545 writes it: CRLF, lines of at most 75 octets folded between characters, text escaped, UTF-8.</summary>
internal static class IcsFile
{
    public const string ContentType = "text/calendar; charset=utf-8";
    private const int LongestLine = 75;

    public static byte[] Write(string name, IEnumerable<IcsEvent> events)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//Zhuoluo//Deadlines 1//ZH");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, "METHOD:PUBLISH");
        Line(file, "NAME:" + Escaped(name));
        Line(file, "X-WR-CALNAME:" + Escaped(name));
        Line(file, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        foreach (var one in events)
        {
            Line(file, "BEGIN:VEVENT");
            Line(file, "UID:" + Escaped(one.Uid));
            Line(file, "DTSTAMP:" + Instant(one.ChangedAt));
            Line(file, "LAST-MODIFIED:" + Instant(one.ChangedAt));
            Line(file, "DTSTART;VALUE=DATE:" + one.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            Line(file, "DTEND;VALUE=DATE:" + one.Day.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            Line(file, "SUMMARY:" + Escaped(one.Summary));
            Line(file, "URL:" + one.Url);
            Line(file, "TRANSP:TRANSPARENT");
            Line(file, "END:VEVENT");
        }
        Line(file, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    internal static string Escaped(string text) => text.ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // A continuation begins with a space, which counts as one of its octets.
    private static void Line(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                octets = 1;
            }
            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        file.Append("\r\n");
    }
}
