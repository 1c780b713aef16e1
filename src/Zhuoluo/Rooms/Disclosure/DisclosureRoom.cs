using Zhuoluo.Rooms.Disclosure.Api;
using Zhuoluo.Rooms.Disclosure.Feed;
using Zhuoluo.Rooms.Disclosure.ListMatters;
using Zhuoluo.Rooms.Disclosure.OpenData;
using Zhuoluo.Rooms.Disclosure.ShowUnits;

namespace Zhuoluo.Rooms.Disclosure;

/// <summary>What the public sees: checked texts, counts that open their records, units' performance with denominators.</summary>
internal static class DisclosureRoom
{
    public static void AddDisclosure(this IServiceCollection services) =>
        services.AddScoped<ListQuery>().AddScoped<TallyQuery>().AddScoped<UnitQuery>().AddScoped<PublicCount>();

    public static void MapDisclosure(this WebApplication app)
    {
        AtomFeed.Map(app);
        MattersCsv.Map(app);
        SearchEngines.Map(app);
        PublicApi.Map(app);
    }
}
