using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Visits.Blank;

/// <summary>
/// The form that a device may keep for a day without reception (wwwroot/sw.js): nobody's name, no token, no words; drives and places that
/// anybody may know. The one page that may be kept.
/// </summary>
[Needs(Capability.RegisterVisit)]
internal sealed class BlankVisitPage(ZhuoluoContext db, Offices offices, Texts texts) : PageModel
{
    public VisitFields Fields { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var act = HttpContext.Act();
        var form = new VisitForm { PlaceCode = VisitFields.OfficePlace(act.Who, offices.Current) };
        Fields = (await VisitFields.LoadAsync(form, act, db, offices, texts, cancel)) with { IsBlank = true };
    }
}
