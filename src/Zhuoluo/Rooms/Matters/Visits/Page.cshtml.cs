using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Visits;

[Needs(Capability.RegisterVisit)]
internal sealed class NewVisitPage(ZhuoluoContext db, RecordVisitHandler handler, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public VisitForm Form { get; set; } = new();

    [BindProperty]
    public string? OnceKey { get; set; }

    public IReadOnlyList<SelectListItem> Drives { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Form.On = LocalDay.Of(HttpContext.Act().At);
        Form.PlaceCode = OfficePlace();
        await LoadAsync(cancel);
        Form.DriveId = Drives.Count == 1 ? long.Parse(Drives[0].Value, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        if ((await handler.HandleAsync(Form.Command(OnceKey), HttpContext.Act(), cancel)).IsRefused(out var refusal, out var recorded))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(recorded.Receipts.Count == 0
            ? texts["intake.visit.done"]
            : texts["intake.visit.done-with", string.Join(texts["intake.comma"], recorded.Receipts.Select(r => r.Number))]);
        return Redirect("/visits/new");
    }

    public IEnumerable<SelectListItem> Kinds() =>
        Enum.GetValues<MatterKind>().Select(k => new SelectListItem(texts[PublicWords.Of(k)], k.ToString()));

    /// <summary>The villages around the office first asked for: its own town, else all towns.</summary>
    public IEnumerable<SelectListItem> Places()
    {
        var today = LocalDay.Of(HttpContext.Act().At);
        var current = offices.Current;
        var town = OfficePlace() is { Length: >= 9 } own ? own[..9] : null;
        var places = current.Places.Where(p => p.IsValidOn(today) && p.Code.Length >= 9 && (town is null ? p.Code.Length == 9 : p.Code.StartsWith(town, StringComparison.Ordinal)));
        return places.Select(p => new SelectListItem(texts.Show(p.Name), p.Code));
    }

    private string? OfficePlace() => offices.Current.UnitByCode(HttpContext.Actor().Office) is { } unit ? unit.PlaceCode ?? offices.Current.Place(unit.Code)?.Code : null;

    private async Task LoadAsync(CancellationToken cancel)
    {
        while (Form.Matters.Count < VisitForm.MostMatters)
        {
            Form.Matters.Add(new RaisedForm());
        }
        var today = LocalDay.Of(HttpContext.Act().At);
        var drives = await db.Set<Drive>()
            .Where(d => d.From <= today && (d.To == null || d.To >= today) && (d.Kind == DriveKind.HouseholdVisits || d.Kind == DriveKind.Survey || d.Kind == DriveKind.LeaderVisits))
            .OrderByDescending(d => d.From).ToListAsync(cancel);
        Drives = [.. drives.Select(d => new SelectListItem(texts.Show(d.Name), d.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
    }
}
