using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters.Petitions;
using Zhuoluo.Rooms.Matters.Petitions.Case;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters;

/// <summary>What petitions, backlogs, teams, hotspots and measures register.</summary>
internal static class CasesServices
{
    public static void AddCases(this IServiceCollection services)
    {
        services.AddSingleton<PetitionLimits>().AddSingleton<DoPetitionDeed>().AddSingleton<RegisterPetitionHandler>().AddSingleton<RecordPastPetitionsHandler>();
        services.AddScoped<PetitionStoryQuery>();
        AddMenu(services, "petition.menu", "/petitions", "speakerphone", Capability.SeeMatters, MenuGroup.Look);
        services.AddSingleton<IHandOver, HandOverPetitions>().AddSingleton<IDeadlineHolder, RecomputePetitionClocks>();
    }

    private static void AddMenu(IServiceCollection services, string key, string url, string icon, Capability capability, MenuGroup group) =>
        services.AddSingleton(new MenuItem(key, url, icon, user => user.May(capability), group));
}
