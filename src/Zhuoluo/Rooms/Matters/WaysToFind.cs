using Zhuoluo.Rooms.Matters.Alike;
using Zhuoluo.Rooms.Matters.AreaMap;
using Zhuoluo.Rooms.Matters.DueCalendar;
using Zhuoluo.Rooms.Matters.Terms;
using Zhuoluo.Rooms.Matters.Views;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters;

/// <summary>How matters are found again: words and other words for the same, what is alike, kept lists, the month of deadlines, the map.</summary>
internal static class WaysToFind
{
    public static void AddFinding(this IServiceCollection services)
    {
        services.AddSingleton<WordBook>().AddHostedService<WordWatch>().AddSingleton<ChangeTermsHandler>();
        services.AddScoped<AlikeQuery>().AddScoped<PublishedAlike>().AddScoped<AlikeBeforehand>().AddScoped<RecurrenceQuery>();
        services.AddScoped<ViewsQuery>().AddScoped<DueQuery>().AddSingleton<IToDo, MatterToDo>();
        services.AddSingleton<ViewsHandler>().AddSingleton<FeedHandler>().AddSingleton<KeepMapHandler>().AddSingleton<TownMaps>();
        services.AddSingleton<Judgement>().AddSingleton<JoinMatterHandler>();
    }

    /// <summary>The menu's lines, each for those who may open it.</summary>
    public static void AddFindingMenu(this IServiceCollection services)
    {
        services.AddSingleton(new MenuItem("find.recurrences", "/recurrences", "history", user => user.May(Capability.CloseMatter), MenuGroup.Look));
        services.AddSingleton(new MenuItem("due.menu", "/deadlines", "calendar-due", user => user.May(Capability.SeeMatters), MenuGroup.Look));
        services.AddSingleton(new MenuItem("map.file", "/map-file", "map-pin", user => user.May(Capability.ManageOrganisation), MenuGroup.Setup));
        services.AddSingleton(new MenuItem("terms.menu", "/terms", "typography", user => user.May(Capability.ManageCategories), MenuGroup.Setup));
    }
}
