using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.DueCalendar;

/// <summary>A month of deadlines: each day says how many and opens exactly those. Of units, never of persons.</summary>
[Needs(Capability.SeeMatters)]
internal sealed class DueCalendarPage(DueQuery dues, FeedHandler feeds, ZhuoluoContext db, Vault vault, Offices offices, Texts texts) : PageModel
{
    public const string Address = "/deadlines";

    public Viewer Viewer { get; private set; } = null!;
    public YearMonth Month { get; private set; }
    public Whose Whose { get; private set; }
    public IReadOnlyDictionary<DateOnly, int> Counts { get; private set; } = new Dictionary<DateOnly, int>();

    /// <summary>Where the own calendar program reads; null while there is none.</summary>
    public string? Feed { get; private set; }

    /// <summary>Monday to Sunday, whole weeks.</summary>
    public IEnumerable<DateOnly[]> Weeks
    {
        get
        {
            var first = Month.First.AddDays(-(((int)Month.First.DayOfWeek + 6) % 7));
            return Enumerable.Range(0, 6).Select(w => Enumerable.Range(0, 7).Select(d => first.AddDays((7 * w) + d)).ToArray()).Where(w => w[0] <= Month.Last);
        }
    }

    public MatterFilter Of(DateOnly day) => MatterFilter.All with { Due = day, Whose = Whose, Sort = MatterSort.Due };

    public string To(YearMonth month, Whose whose) =>
        $"{Address}?month={month}" + (whose == Whose.Unit ? "&whose=unit" : "");

    public YearMonth Next(int months) => YearMonth.Of(Month.First.AddMonths(months));

    public async Task OnGetAsync(string? month, string? whose, CancellationToken cancel)
    {
        Viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        Month = YearMonth.Read(month) is { Year: > 2000 and < 2100 } asked ? asked : YearMonth.Of(Viewer.Today);
        Whose = Word<Whose>.Read(whose) == Whose.Unit ? Whose.Unit : Whose.Anybody;
        Counts = await dues.PerDayAsync(Month, Whose, Viewer, await Catalogue.LoadAsync(db, cancel), cancel);
        var person = Viewer.Who.PersonId;
        if (await db.Set<CalendarFeed>().SingleOrDefaultAsync(f => f.PersonId == person, cancel) is { } feed)
        {
            Feed = $"{Request.Scheme}://{Request.Host}{Request.PathBase}{FeedKeys.AddressOf(vault, feed.Id)}";
        }
    }

    public async Task<IActionResult> OnPostAsync([FromForm] bool wanted, CancellationToken cancel)
    {
        if ((await feeds.KeepAsync(wanted, HttpContext.Act(), cancel)).IsRefused(out var refusal, out _))
        {
            return new StatusCodeResult(Refusing.StatusOf(refusal));
        }
        TempData.Say(texts[wanted ? "due.feed.made" : "due.feed.ended"]);
        return LocalRedirect(Address + "#feed");
    }
}
