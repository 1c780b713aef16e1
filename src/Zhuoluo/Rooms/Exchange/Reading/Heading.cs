using System.Text.RegularExpressions;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>Headings between entries: 敦厚镇（28个）, 一、敦厚镇, （二）县民政局：3件.</summary>
internal static partial class Heading
{
    /// <summary>The heading without its number and count.</summary>
    public static string Name(string heading) => Count().Replace(Number().Replace(Fold.Tight(heading), ""), "");

    public static bool IsNumbered(string heading) => Number().IsMatch(Fold.Tight(heading));

    [GeneratedRegex(@"^(\(?[一二三四五六七八九十]{1,3}[、.)]+|第[一二三四五六七八九十\d]{1,3}(部分|章|批|类)[:、]?)")]
    private static partial Regex Number();

    [GeneratedRegex(@"(\([^)]*\)|:?共?\d+(个|件|条|项|户))$|:$")]
    private static partial Regex Count();
}
