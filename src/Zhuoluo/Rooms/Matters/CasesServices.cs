using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters.Backlogs;
using Zhuoluo.Rooms.Matters.Hotspots;
using Zhuoluo.Rooms.Matters.Measures;
using Zhuoluo.Rooms.Matters.Petitions;
using Zhuoluo.Rooms.Matters.Petitions.Case;
using Zhuoluo.Rooms.Matters.Petitions.Counts;
using Zhuoluo.Rooms.Matters.Petitions.OpinionPaper;
using Zhuoluo.Rooms.Matters.Petitions.Report;
using Zhuoluo.Rooms.Matters.Statistics;
using Zhuoluo.Rooms.Matters.Teams;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters;

/// <summary>What petitions, backlogs, teams, hotspots and measures register.</summary>
internal static class CasesServices
{
    public static void AddCases(this IServiceCollection services)
    {
        services.AddSingleton<PetitionLimits>().AddSingleton<DoPetitionDeed>().AddSingleton<RegisterPetitionHandler>().AddSingleton<RecordPastPetitionsHandler>();
        services.AddSingleton<TeamsHandler>().AddSingleton<TeamWork>().AddSingleton<HotspotsHandler>().AddSingleton<MeasuresHandler>().AddScoped<HotspotQuery>().AddScoped<RelationsQuery>();
        services.AddSingleton<KeepBacklogHandler>().AddSingleton<EnterBacklogHandler>();
        services.AddScoped<PetitionStoryQuery>().AddScoped<PetitionCounts>().AddScoped<YearReport>();
        AddMenu(services, "petition.menu", "/petitions", "speakerphone", Capability.SeeMatters, MenuGroup.Look);
        AddMenu(services, "backlog.menu", "/backlogs", "list", Capability.SeeMatters, MenuGroup.Look);
        AddMenu(services, "hotspot.menu", "/hotspots", "map-pin", Capability.SeeMatters, MenuGroup.Look);
        AddMenu(services, "team.menu", "/teams", "users", Capability.SeeMatters, MenuGroup.Look);
        AddMenu(services, "measure.menu", "/measures", "message-circle", Capability.TakeMeasures, MenuGroup.Look);
        services.AddSingleton<IHandOver, HandOverPetitions>().AddSingleton<IDeadlineHolder, RecomputePetitionClocks>();
    }

    public static void MapCases(this WebApplication app)
    {
        PetitionsApi.Map(app);
        OpinionFile.Map(app);
        ReportFile.Map(app);
        BacklogFile.Map(app);
        TeamsApi.Map(app);
    }

    private static void AddMenu(IServiceCollection services, string key, string url, string icon, Capability capability, MenuGroup group) =>
        services.AddSingleton(new MenuItem(key, url, icon, user => user.May(capability), group));
}
