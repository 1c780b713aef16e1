using System.Security.Claims;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>This room's lines of the staff menu, each for those who may open it.</summary>
internal static class StaffMenu
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(new MenuItem("matters.work", Doors.StaffHome, "home", For(Capability.SeeWorkbench)));
        services.AddSingleton(new MenuItem("matters.triage", "/triage", "inbox", For(Capability.AcceptMatter)));
        services.AddSingleton(new MenuItem("matters.menu", MatterFilter.Address, "list-check", For(Capability.SeeMatters)));
        services.AddSingleton(new MenuItem("matters.stat", "/statistics", "chart-bar", For(Capability.SeeStatistics), MenuGroup.Look));
    }

    private static Func<ClaimsPrincipal, bool> For(Capability capability)
    {
        string[] roles = [.. Permissions.Roles.Where(r => Permissions.ScopeOf(capability, r) != Scope.None).Select(r => r.ToString())];
        return user => roles.Any(user.IsInRole);
    }
}
