using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Windows.Watch;

/// <summary>The supervisor's desk: what is protected and still open, and how the windows stand.</summary>
[Needs(Capability.SuperviseMatters)]
internal sealed class WatchPage(WatchQuery query, Offices offices, CalendarsDoor calendars) : PageModel
{
    public const int Most = 100;

    public Viewer Viewer { get; private set; } = null!;
    public IReadOnlyList<Watched> Open { get; private set; } = [];
    public IReadOnlyList<Watched> Ended { get; private set; } = [];
    public int OpenTotal { get; private set; }
    public IReadOnlyList<WindowCount> Counts { get; private set; } = [];

    /// <summary>Reveals that nobody has asked about yet.</summary>
    public int Alarms { get; private set; }
    public WorkingCalendar Calendar => calendars.Calendar;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        Open = await query.ListAsync(Viewer, isOpen: true, Most, cancel);
        Ended = await query.ListAsync(Viewer, isOpen: false, Most / 5, cancel);
        OpenTotal = await query.OpenAsync(Viewer, cancel);
        Counts = await query.CountsAsync(Viewer, cancel);
        Alarms = await query.AlarmsAsync(cancel);
    }
}
