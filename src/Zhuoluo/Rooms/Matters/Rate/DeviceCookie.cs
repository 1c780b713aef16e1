using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Rate;

/// <summary>
/// A random word that a browser keeps for half a year once it has rated, so that many ratings from one device are seen (rules A7.6).
/// Only its keyed fingerprint is stored. Whoever keeps no cookies can rate all the same.
/// </summary>
internal static class DeviceCookie
{
    private const string Name = "zhuoluo.device";
    private const int Length = 26;

    public static string? Keep(HttpContext context)
    {
        if (context.Request.Cookies[Name] is { Length: Length } kept)
        {
            return kept;
        }
        var act = context.Act();
        var made = act.Chance.Code(Length);
        context.Response.Cookies.Append(Name, made, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            IsEssential = true,
            Expires = act.At.AddDays(180),
        });
        return made;
    }
}
