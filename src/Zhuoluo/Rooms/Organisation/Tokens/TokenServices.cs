using Zhuoluo.Rooms.Organisation.Services;

namespace Zhuoluo.Rooms.Organisation.Tokens;

internal static class TokenServices
{
    public static void AddTokens(this IServiceCollection services)
    {
        services.AddSingleton<TokenBook>().AddSingleton<WrongTokens>();
        services.AddSingleton<MakeTokenHandler>().AddSingleton<RevokeTokenHandler>().AddSingleton<AddServiceHandler>();
    }
}
