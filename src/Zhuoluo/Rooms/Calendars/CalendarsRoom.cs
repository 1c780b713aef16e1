using System.CommandLine;
using Zhuoluo.Rooms.Calendars.Commands;
using Zhuoluo.Rooms.Calendars.EditProfile;
using Zhuoluo.Rooms.Calendars.Import;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

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
        services.AddSingleton(new MenuItem("cal.profiles.menu", "/calendar/profiles", "clock", user => user.May(Capability.ManageCalendars), MenuGroup.Setup));
    }

    public static void MapCalendars(this WebApplication app) => CalendarApi.Map(app);

    public static Command Command() => CalendarCommand.Create();
}
