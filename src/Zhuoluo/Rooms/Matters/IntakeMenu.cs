using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters;

/// <summary>The staff menu's lines for what comes in. Who sees them is read from the permission table.</summary>
internal static class IntakeMenu
{
    public static void AddIntakeMenu(this IServiceCollection services)
    {
        Add(services, "intake.menu.visit", "/visits/new", "home", Capability.RegisterVisit);
        Add(services, "intake.menu.publish", "/publish", "eye", Capability.PublishMatter);
        Add(services, "intake.menu.duty", "/duty", "calendar", Capability.ManageDuty);
        Add(services, "intake.menu.drives", "/drives", "flag", Capability.ManageDrives, MenuGroup.Setup);
        Add(services, "intake.menu.categories", "/categories", "category", Capability.ManageCategories, MenuGroup.Setup);
    }

    private static void Add(IServiceCollection services, string key, string url, string icon, Capability capability, MenuGroup group = MenuGroup.Work)
    {
        string[] roles = [.. Permissions.Roles.Where(r => Permissions.ScopeOf(capability, r) != Scope.None).Select(r => r.ToString())];
        services.AddSingleton(new MenuItem(key, url, icon, user => roles.Any(user.IsInRole), group));
    }
}
