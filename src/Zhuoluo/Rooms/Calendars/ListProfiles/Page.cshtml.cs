using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Calendars.ListProfiles;

[Needs(Capability.SeeOrganisation)]
internal sealed class ProfilesPage(CalendarsDoor door) : PageModel
{
    public IReadOnlyList<DeadlineProfile> Profiles =>
        [.. door.Current.Profiles.Values.OrderByDescending(p => p.Code == DeadlineProfile.County).ThenBy(p => p.Code, StringComparer.Ordinal)];

    public bool MayManage => HttpContext.May(Capability.ManageCalendars);
}
