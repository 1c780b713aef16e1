using Microsoft.AspNetCore.Localization;

namespace Zhuoluo.Shell;

/// <summary>What a reader chose by a link, <c>?lang=</c> and <c>?text=</c>, kept in a cookie for a year. No account, no script.</summary>
internal static class Choices
{
    public const string LanguageKey = "lang";
    public const string TextSizeKey = "text";
    public const string Large = "large";
    public const string Normal = "normal";
    private const string TextSizeCookie = "zhuoluo.text";

    public static Task KeepAsync(HttpContext context, RequestDelegate next)
    {
        var asked = context.Request.Query;
        if (asked[LanguageKey] is [{ } language] && Languages.All.Any(l => l.Code == language))
        {
            Keep(context, Languages.CookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)));
        }

        if (asked[TextSizeKey] is [Large or Normal])
        {
            Keep(context, TextSizeCookie, asked[TextSizeKey]!);
        }

        return next(context);
    }

    public static bool IsLargeText(HttpRequest request) =>
        (request.Query.TryGetValue(TextSizeKey, out var asked) ? asked.ToString() : request.Cookies[TextSizeCookie]) == Large;

    /// <summary>The address of this page with one choice changed.</summary>
    public static string With(HttpRequest request, string key, string value)
    {
        var kept = request.Query.Where(q => q.Key != key).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v));
        return request.PathBase + request.Path + QueryString.Create(kept.Append(KeyValuePair.Create(key, (string?)value)));
    }

    private static void Keep(HttpContext context, string name, string value) =>
        context.Response.Cookies.Append(name, value, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            HttpOnly = true,
            IsEssential = true,
        });
}
