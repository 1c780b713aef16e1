namespace Zhuoluo.Rooms.Organisation.SecondFactor;

internal static class FactorServices
{
    public static void AddFactors(this IServiceCollection services)
    {
        services.AddSingleton<SecondStepHandler>().AddSingleton<EnrolHandler>().AddSingleton<RemoveFactorHandler>();
    }
}
