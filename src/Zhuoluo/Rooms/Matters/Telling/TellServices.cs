using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Telling;

internal static class TellServices
{
    public static void AddTelling(this IServiceCollection services)
    {
        services.AddSingleton<ISmsSender>(_ => SmsOptions.FromEnvironment().Make());
        services.AddSingleton<ToldText>().AddSingleton<TellRequesters>().AddSingleton<IFollower, RequesterFollower>().AddSingleton<IEraseMatter, TellErase>();
        services.AddSingleton<StopTellingHandler>().AddSingleton<SendRatingLinkHandler>().AddSingleton<ChooseTellingHandler>().AddSingleton<ConflictsTold>().AddScoped<ToldQuery>();
        services.AddHostedService<TellJob>();
    }
}
