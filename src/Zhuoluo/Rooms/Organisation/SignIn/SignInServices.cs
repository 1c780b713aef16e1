using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation.External;
using Zhuoluo.Rooms.Organisation.Passkeys;
using Zhuoluo.Rooms.Organisation.Tokens;

namespace Zhuoluo.Rooms.Organisation.SignIn;

internal static class SignInServices
{
    // F2, 8.1.4.1: a session left alone for half an hour is over. Shorter by configuration, never longer.
    private const int LongestIdleMinutes = 30;

    private static TimeSpan Idle => TimeSpan.FromMinutes(
        int.TryParse(Environment.GetEnvironmentVariable("ZHUOLUO_IDLE_MINUTES"), out var minutes) ? Math.Clamp(minutes, 1, LongestIdleMinutes) : LongestIdleMinutes);

    public static void AddSessions(this IServiceCollection services, DatabaseOptions options)
    {
        // Beside the master key, so that sessions outlive a restart and a backup of keys/ is whole.
        services.AddDataProtection().SetApplicationName("zhuoluo")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.Keys, "sessions")));
        // It warns that these keys lie unencrypted: they do, beside the master key, for the same reason and under the same file rights.
        services.AddLogging(l => l.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddPasskeys();
        services.AddExternal();
        services.AddSingleton<Sessions>().AddSingleton<HalfSession>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o =>
        {
            o.Cookie.Name = "zhuoluo.session";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = Idle;
            o.SlidingExpiration = true;
            o.EventsType = typeof(Sessions);
            o.ForwardDefaultSelector = context => TokenScheme.IsUsed(context) ? TokenScheme.Name : null;
        }).AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, null);
        services.AddAuthorization();
    }
}
