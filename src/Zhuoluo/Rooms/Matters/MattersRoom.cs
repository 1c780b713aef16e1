using Zhuoluo.Rooms.Matters.Register;

namespace Zhuoluo.Rooms.Matters;

/// <summary>Nothing that anybody asked for is lost: one owner, one deadline, an honest outcome.</summary>
internal static class MattersRoom
{
    public static void AddMatters(this IServiceCollection services)
    {
        services.AddSingleton<MatterLimits>();
        services.AddSingleton<Intake>().AddSingleton<RegisterMatterHandler>();
    }
}
