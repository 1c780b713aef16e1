using Zhuoluo.Rooms.Matters.Protect;
using Zhuoluo.Rooms.Matters.Windows;
using Zhuoluo.Rooms.Matters.Windows.Say;
using Zhuoluo.Rooms.Matters.Windows.Watch;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters;

/// <summary>What protects people in this room: windows' codes, circles, rights over own data.</summary>
internal static class SafetyServices
{
    public static void AddSafety(this IServiceCollection services)
    {
        services.AddSingleton<SayAtWindowHandler>().AddSingleton<IssueWindowCodesHandler>().AddScoped<WindowList>().AddScoped<WatchQuery>();
        services.AddSingleton<ProtectMatterHandler>().AddSingleton<CircleHandler>().AddScoped<ProtectionQuery>();
        Menu(services, "safe.watch.menu", "/supervision", "shield-check", Capability.SuperviseMatters, MenuGroup.Work);
        Menu(services, "safe.windows.menu", "/windows/codes", "qrcode", Capability.ManageWindowCodes, MenuGroup.Setup);
    }

    private static void Menu(IServiceCollection services, string key, string url, string icon, Capability capability, MenuGroup group) =>
        services.AddSingleton(new MenuItem(key, url, icon, user => user.May(capability), group));
}
