using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Track;

/// <summary>Number and code of the matter that this browser looks at.</summary>
internal sealed record Tracked(string Number, string Code);

/// <summary>
/// Keeps number and code for half an hour in a cookie that only the server can read. So the code stands in no address, no log and
/// no page after the receipt, and forms on the track page need not carry it.
/// </summary>
internal sealed class TrackCookie(IDataProtectionProvider protection, ActFactory acts)
{
    private const string Name = "zhuoluo.track";
    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(30);
    private readonly IDataProtector _protector = protection.CreateProtector("track.v1");

    public void Keep(HttpContext context, string number, string code)
    {
        var until = (acts.Now + _kept).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        context.Response.Cookies.Append(Name, _protector.Protect($"{until} {number} {code}"), Options(context));
    }

    public Tracked? Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 and < 1000 } kept)
        {
            return null;
        }
        try
        {
            return _protector.Unprotect(kept).Split(' ') is [var until, var number, var code]
                && long.Parse(until, CultureInfo.InvariantCulture) > acts.Now.ToUnixTimeSeconds()
                ? new Tracked(number, code)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        IsEssential = true,
        Path = "/",
    };
}
