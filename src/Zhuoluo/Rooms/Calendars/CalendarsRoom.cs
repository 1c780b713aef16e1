using Zhuoluo.Rooms.Calendars.Import;
using Zhuoluo.Rooms.Calendars.Profiles;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>Which days count; every deadline explains itself day by day.</summary>
internal static class CalendarsRoom
{
    public static void AddCalendars(this IServiceCollection services)
    {
        services.AddSingleton<CalendarsDoor>();
        services.AddSingleton<Recomputation>();
        services.AddSingleton<ImportCalendarHandler>();
        services.AddSingleton<ChangeProfileHandler>();
        services.AddHostedService<CalendarsWatch>();
    }
}
