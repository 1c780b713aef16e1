namespace Zhuoluo.Rooms.Organisation.External;

internal static class ExternalServices
{
    public static void AddExternal(this IServiceCollection services) =>
        services.AddSingleton(ExternalOptions.FromEnvironment()).AddSingleton<Issuer>().AddSingleton<ExternalTrip>().AddSingleton<ExternalHandlers>();
}
