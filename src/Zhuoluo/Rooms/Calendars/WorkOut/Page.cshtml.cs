using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Calendars.WorkOut;

/// <summary>When is so much time from then? For everybody; asks and keeps nothing.</summary>
[Open]
internal sealed class WorkOutPage(CalendarsDoor door, ActFactory acts, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "cal.deadline.day")]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "cal.deadline.time")]
    public string? Time { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "cal.deadline.number"), Range(0, 999)]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "cal.deadline.unit")]
    public LimitUnit Unit { get; set; } = LimitUnit.WorkingDay;

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public Limit? Limit { get; private set; }
    public DeadlineAnswer? Answer { get; private set; }

    public void OnGet()
    {
        var now = acts.Now;
        Units = [.. Enum.GetValues<LimitUnit>().Select(u => new SelectListItem(texts[$"cal.unit.{(int)u}"], u.ToString()))];
        if (Day is not { } day || Number is not { } number || !ModelState.IsValid || !Enum.IsDefined(Unit))
        {
            Day ??= LocalDay.Of(now);
            Number ??= 5;
            return;
        }
        // A year of grace on both sides, so that counting stays inside what dates can hold.
        if (day.Year is < WorkingCalendar.FirstYear - 1 or > WorkingCalendar.FinalYear)
        {
            ModelState.AddModelError(nameof(Day), texts["cal.deadline.day-range", WorkingCalendar.FirstYear, WorkingCalendar.FinalYear]);
            return;
        }
        var time = TimeOnly.TryParseExact(Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given) ? given : new TimeOnly(9, 0);
        var start = new DateTimeOffset(day.ToDateTime(time), LocalDay.Offset);
        Limit = new Limit(number, Unit);
        Answer = Deadlines.Compute(ClockRun.Plain(Limit, start), door.Calendar, now);
    }
}
