using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation.Tokens;

namespace Zhuoluo.Rooms.Organisation.SignIn;

internal static class SignInServices
{
    // F2, 8.1.4.1: a session left alone for half an hour is over.
    private static readonly TimeSpan _idle = TimeSpan.FromMinutes(30);

    public static void AddSessions(this IServiceCollection services, DatabaseOptions options)
    {
        // Beside the master key, so that sessions outlive a restart and a backup of keys/ is whole.
        services.AddDataProtection().SetApplicationName("zhuoluo")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.Keys, "sessions")));
        // It warns that these keys lie unencrypted: they do, beside the master key, for the same reason and under the same file rights.
        services.AddLogging(l => l.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddSingleton<Sessions>().AddSingleton<HalfSession>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o =>
        {
            o.Cookie.Name = "zhuoluo.session";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = _idle;
            o.SlidingExpiration = true;
            o.EventsType = typeof(Sessions);
            o.ForwardDefaultSelector = context => TokenScheme.IsUsed(context) ? TokenScheme.Name : null;
        }).AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, null);
        services.AddAuthorization();
    }
}
