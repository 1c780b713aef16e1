using System.Globalization;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Shell;
using Zhuoluo.Tests.Shell;

namespace Zhuoluo.Tests.Rooms.Matters.List;

public sealed class TimeLeftTests
{
    // 2026-03-06 is a Friday, the 9th the Monday after it.
    [Theory]
    [InlineData("2026-03-06", "2026-03-09", false, "还有 1 个工作日")]
    [InlineData("2026-03-06", "2026-03-09", true, "还有 3 天")]
    [InlineData("2026-03-07", "2026-03-08", false, "还有 1 天")]
    [InlineData("2026-03-09", "2026-03-06", false, "逾期 1 个工作日")]
    [InlineData("2026-03-09", "2026-03-06", true, "逾期 3 天")]
    [InlineData("2026-03-09", "2026-03-09", true, "今天到期")]
    public void Petitions_count_natural_days_and_the_others_working_days(string today, string due, bool isNatural, string said)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        var texts = Texts.Load(Sources.Texts);
        Assert.Equal(said, TimeLeft.In(texts, ShippedCalendar.Calendar, Day(today), Day(due), isLate: false, isNatural));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
