using Zhuoluo.Rooms.Matters.Access;
using Zhuoluo.Rooms.Matters.Attachments;
using Zhuoluo.Rooms.Matters.Privacy;
using Zhuoluo.Rooms.Matters.Privacy.Holds;
using Zhuoluo.Rooms.Matters.Privacy.Own;
using Zhuoluo.Rooms.Matters.Privacy.Requests;
using Zhuoluo.Rooms.Matters.Privacy.Retention;
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
        services.AddSingleton<AccessLog>().AddSingleton<AccessWriter>().AddHostedService(s => s.GetRequiredService<AccessWriter>()).AddScoped<AccessQuery>();
        services.AddSingleton<RevealAlarms>().AddSingleton<SettleAlarmHandler>();
        services.AddSingleton<Eraser>().AddSingleton<Sweeper>().AddSingleton<IEraseMatter, AttachmentErase>();
        services.AddSingleton<KeepHoldHandler>().AddSingleton<AskAboutDataHandler>().AddSingleton<DecideRequestHandler>().AddScoped<OwnDataQuery>();
        services.AddSingleton<RetentionHandler>().AddHostedService<RetentionJob>();
        Menu(services, "safe.watch.menu", "/supervision", "shield-check", Capability.SuperviseMatters, MenuGroup.Work);
        Menu(services, "safe.reveals.menu", "/reveals", "eye", Capability.SeeReveals, MenuGroup.Look);
        Menu(services, "safe.request.menu", "/data-rights", "user-circle", Capability.ManagePersonalData, MenuGroup.Work);
        Menu(services, "safe.windows.menu", "/windows/codes", "qrcode", Capability.ManageWindowCodes, MenuGroup.Setup);
    }

    private static void Menu(IServiceCollection services, string key, string url, string icon, Capability capability, MenuGroup group) =>
        services.AddSingleton(new MenuItem(key, url, icon, user => user.May(capability), group));
}
