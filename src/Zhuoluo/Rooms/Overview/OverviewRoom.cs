using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Overview;

/// <summary>One page for who leads: what is late and who has it. It knows the other rooms' doors and keeps nothing of its own.</summary>
internal static class OverviewRoom
{
    public static void AddOverview(this IServiceCollection services) =>
        services.AddSingleton(new MenuItem("overview.menu", "/dashboard", "chart-donut", user => user.May(Capability.SeeProjects), MenuGroup.Work));
}
