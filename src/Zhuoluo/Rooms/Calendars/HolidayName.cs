using System.Collections.Frozen;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>A holiday as the reader's language calls it; names that no text knows are shown as the notice wrote them.</summary>
internal static class HolidayName
{
    // The notices' own words, to the last part of the text key.
    private static readonly FrozenDictionary<string, string> _keys = new Dictionary<string, string>
    {
        ["元旦"] = "cal.holiday.new-year",
        ["春节"] = "cal.holiday.spring-festival",
        ["清明"] = "cal.holiday.qingming",
        ["劳动节"] = "cal.holiday.labour-day",
        ["端午"] = "cal.holiday.dragon-boat",
        ["中秋"] = "cal.holiday.mid-autumn",
        ["国庆节"] = "cal.holiday.national-day",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string In(Texts texts, string name) => _keys.TryGetValue(name, out var key) ? texts[key] : texts.Show(name);
}
