using Zhuoluo.Rooms.Matters.Deeds;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Matters.Submit;
using Zhuoluo.Rooms.Matters.Track;

namespace Zhuoluo.Rooms.Matters;

/// <summary>Nothing that anybody asked for is lost: one owner, one deadline, an honest outcome.</summary>
internal static class MattersRoom
{
    public static void AddMatters(this IServiceCollection services)
    {
        services.AddSingleton<MatterLimits>();
        services.AddSingleton<TrackCookie>().AddScoped<TrackQuery>();
        services.AddSingleton<CaseFiles>().AddSingleton<IDeeds, DoDeed>().AddSingleton<AssignMany>();
        services.AddSingleton<Intake>().AddSingleton<RegisterMatterHandler>();
    }

    public static void MapMatters(this WebApplication app) => VillagesApi.Map(app);
}
