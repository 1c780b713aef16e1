using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Hotspots;

/// <summary>High-frequency places and topics by month, for active governance (rules A5.4): counts that open their records, owner, plan, day, result.</summary>
[Needs(Capability.SeeMatters)]
internal sealed class HotspotsPage(HotspotQuery hotspots, HotspotsHandler handler, ZhuoluoContext db, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public HotspotForm Form { get; set; } = new();

    public Viewer Viewer { get; private set; } = null!;
    public YearMonth Month { get; private set; }
    public IReadOnlyList<HotspotLine> Lines { get; private set; } = [];

    /// <summary>All tickets of the month that the reader may see.</summary>
    public long Total { get; private set; }
    public Catalogue Catalogue { get; private set; } = new([], []);

    /// <summary>The line that is being given to a unit.</summary>
    public HotspotLine? Chosen { get; private set; }
    public bool MayGive => HttpContext.May(Capability.ManageHotspots);

    public string Href(string query = "") => $"/hotspots?month={Month}{query}";

    public MatterFilter Records(HotspotLine line) =>
        MatterFilter.All with { Town = line.TownCode, Category = line.CategoryCode, IsExact = true, OpenedMonth = Month, IsConfidential = false };

    public bool MayFinish(Hotspot given) => given.DoneOn is null
        && (MayGive || HttpContext.May(Capability.AnswerMatter, offices.Current.Unit(given.UnitId)?.Path ?? "/"));

    public IEnumerable<SelectListItem> Units => Choosing.Units(offices.Current, Viewer.Today, texts);

    public async Task OnGetAsync(string? town, string? category, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Chosen = MayGive ? Lines.FirstOrDefault(l => l.TownCode == town && l.CategoryCode == category && l.Given?.DoneOn is null) : null;
        if (Chosen is { } line)
        {
            Form = new HotspotForm { Town = line.TownCode, Category = line.CategoryCode, UnitId = line.Given?.UnitId, Plan = line.Given?.Plan, DueOn = line.Given?.DueOn ?? Viewer.Today.AddDays(30) };
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Chosen = Lines.FirstOrDefault(l => l.TownCode == Form.Town && l.CategoryCode == Form.Category);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        return Answer(await handler.HandleAsync(new GiveHotspot(Month.Stored, Form.Town ?? "", Form.Category ?? "", Form.UnitId!.Value, Form.Plan!, Form.DueOn!.Value), HttpContext.Act(), cancel));
    }

    public async Task<IActionResult> OnPostDoneAsync(long id, string? result, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        ModelState.Clear();
        return Answer(await handler.HandleAsync(new FinishHotspot(id, result ?? ""), HttpContext.Act(), cancel));
    }

    private IActionResult Answer<T>(Outcome<T> outcome)
    {
        if (outcome.IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["intake.saved"]);
        return LocalRedirect(Href());
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        Month = YearMonth.Read(Request.Query["month"]) ?? YearMonth.Of(Viewer.Today);
        Catalogue = await Catalogue.LoadAsync(db, cancel);
        var (first, last) = (Month.First, Month.Last);
        Total = await Viewer.Sight.Seen(db).LongCountAsync(m => m.OpenedOn >= first && m.OpenedOn <= last && !m.IsConfidential, cancel);
        Lines = await hotspots.ReadAsync(Month, Viewer, cancel);
    }
}

internal sealed class HotspotForm
{
    public string? Town { get; set; }
    public string? Category { get; set; }

    [Display(Name = "hotspot.unit"), Required]
    public long? UnitId { get; set; }

    [Display(Name = "hotspot.plan"), Required, StringLength(GiveHotspot.LongestPlan)]
    public string? Plan { get; set; }

    [Display(Name = "hotspot.due"), Required]
    public DateOnly? DueOn { get; set; }
}
