using System.Globalization;

namespace Zhuoluo.Shell;

/// <summary>The three languages of the pages. Texts are written in zh-Hans; zh-Hant is made from it.</summary>
internal static class Languages
{
    public const string Simplified = "zh-Hans";
    public const string Traditional = "zh-Hant";
    public const string English = "en";
    public const string CookieName = "zhuoluo.lang";

    /// <summary>Every language with its own name for itself, in the order shown.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> All =
        [(Simplified, "简体"), (Traditional, "繁體"), (English, "English")];

    /// <summary>The language of the current request; zh-Hans outside a request.</summary>
    public static string Current => CultureInfo.CurrentUICulture.Name switch
    {
        Traditional => Traditional,
        English => English,
        _ => Simplified,
    };
}
