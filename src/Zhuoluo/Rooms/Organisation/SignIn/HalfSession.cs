using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.SignIn;

/// <summary>Between the first factor and the second: a sealed cookie of five minutes that opens nothing but the page of the second.</summary>
internal sealed class HalfSession(IDataProtectionProvider protection, ActFactory acts)
{
    private const string Cookie = "zhuoluo.half";
    private const string Path = "/sign-in";
    private static readonly TimeSpan _lasts = TimeSpan.FromMinutes(5);
    private readonly IDataProtector _protector = protection.CreateProtector("zhuoluo.half.v1");

    public void Begin(HttpContext context, Session session, SignInWay way)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{session.PersonId}\n{session.Stamp}\n{(acts.Now + _lasts).ToUnixTimeSeconds()}\n{(int)way}");
        context.Response.Cookies.Append(Cookie, _protector.Protect(text), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            Path = Path,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
    }

    public (Session Session, SignInWay Way)? Read(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } text)
        {
            return null;
        }
        try
        {
            var parts = _protector.Unprotect(text).Split('\n');
            return long.Parse(parts[2], CultureInfo.InvariantCulture) > acts.Now.ToUnixTimeSeconds()
                ? (new Session(long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]), (SignInWay)int.Parse(parts[3], CultureInfo.InvariantCulture))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void End(HttpContext context) => context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = Path });
}
