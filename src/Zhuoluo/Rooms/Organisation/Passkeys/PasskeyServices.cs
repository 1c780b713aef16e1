using Microsoft.AspNetCore.Identity;

namespace Zhuoluo.Rooms.Organisation.Passkeys;

internal static class PasskeyServices
{
    private const string Required = "required";

    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddSingleton<PasskeyHandlers>().AddSingleton<PasskeyTalk>();
        services.AddIdentityCore<Person>();
        services.AddScoped<IUserStore<Person>, PasskeyStore>();
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // Found without a login name, and opened by the device's own check of the person: two factors in one.
            (o.ResidentKeyRequirement, o.UserVerificationRequirement) = (Required, Required);
            // Behind a proxy that does not pass the host on, or for several names of one site.
            o.ServerDomain = Environment.GetEnvironmentVariable("ZHUOLUO_PASSKEY_DOMAIN");
        });
    }
}
