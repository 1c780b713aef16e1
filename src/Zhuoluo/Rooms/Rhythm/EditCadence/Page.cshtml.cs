using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Cadences;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm.EditCadence;

/// <summary>A cadence to set up, from one of the shipped set or from nothing, or the next edition of one.</summary>
[Needs(Capability.ManageRhythm)]
internal sealed class EditCadencePage(ZhuoluoContext db, KeepCadenceHandler handler, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public CadenceForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units => Choosing.UnitsOfOffice(offices.Current, HttpContext.Today(), texts);

    public IReadOnlyList<SelectListItem> Everies => [.. Enum.GetValues<Every>().Select(e => new SelectListItem(texts["rhythm.every." + Word.Of(e)], e.ToString()))];

    public async Task<IActionResult> OnGetAsync(string? set, string? code, CancellationToken cancel)
    {
        if (code is not null)
        {
            if (await db.Set<Cadence>().SingleOrDefaultAsync(c => c.Code == code, cancel) is not { } cadence)
            {
                return NotFound();
            }
            Form = CadenceForm.Of(cadence, (await CadencePlan.ReadAsync(db, db.Set<Cadence>().Where(c => c.Id == cadence.Id), cancel))[cadence.Id]).Padded();
            return Page();
        }
        var shipped = ShippedCadences.All.FirstOrDefault(s => s.Code == set);
        Form = new CadenceForm
        {
            Code = shipped?.Code,
            Name = shipped?.Name,
            Every = shipped?.Every,
            From = HttpContext.Today(),
            Steps = [.. (shipped?.Steps ?? []).Select(s => new StepRow { Kind = s.Kind, Name = s.Name, Day = s.Day })],
        }.Padded();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Form.Padded();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        return this.Settle(await handler.HandleAsync(Form.Command(), HttpContext.Act(), cancel), texts["rhythm.saved"], "/rhythm/cadences/" + Form.Code);
    }
}
