using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Calendars.ShowYear;

[Open]
internal sealed class YearPage(CalendarsDoor door, ActFactory acts) : PageModel
{
    public int Year { get; private set; }
    public IReadOnlyList<MonthSheet> Months { get; private set; } = [];
    public bool IsProvisional { get; private set; }
    public int WorkingDays { get; private set; }
    public IReadOnlyList<DaySquare> MakeUpDays { get; private set; } = [];
    public DateOnly Today { get; private set; }
    public bool HasNext => Year < WorkingCalendar.FinalYear;
    public bool HasPrevious => Year > WorkingCalendar.FirstYear;
    public bool MayManage { get; private set; }

    public IActionResult OnGet(int? year)
    {
        Today = LocalDay.Of(acts.Now);
        Year = year ?? Today.Year;
        if (Year is < WorkingCalendar.FirstYear or > WorkingCalendar.FinalYear)
        {
            return NotFound();
        }
        var calendar = door.Calendar;
        Months = [.. Enumerable.Range(1, 12).Select(month => MonthSheet.Of(Year, month, calendar))];
        IsProvisional = !calendar.HasDataFor(Year);
        WorkingDays = Deadlines.WorkingDaysBetween(new(Year - 1, 12, 31), new(Year, 12, 31), calendar);
        MakeUpDays = [.. Months.SelectMany(m => m.Weeks).SelectMany(w => w).OfType<DaySquare>().Where(d => d.Nature.Kind == DayKind.MakeUp)];
        MayManage = HttpContext.May(Capability.ManageCalendars);
        return Page();
    }
}
