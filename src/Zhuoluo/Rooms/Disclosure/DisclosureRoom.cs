using Zhuoluo.Rooms.Disclosure.ListMatters;

namespace Zhuoluo.Rooms.Disclosure;

/// <summary>What the public sees: checked texts, counts that open their records, units' performance with denominators.</summary>
internal static class DisclosureRoom
{
    public static void AddDisclosure(this IServiceCollection services)
    {
        services.AddScoped<ListQuery>();
    }

    public static void MapDisclosure(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
    }
}
