using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Investment.Events;

/// <summary>All signing events with what their agreements add up to, and one to open or change.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class SigningEventsPage(InvestmentQuery query, KeepSigningHandler handler, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public SigningForm Form { get; set; } = new();

    public IReadOnlyList<(SigningEvent Event, AgreementSum Sum)> Events { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public bool MayKeep => HttpContext.May(Capability.KeepInvestment);
    public IEnumerable<SelectListItem> Units => Choosing.Units(Offices, HttpContext.Today(), texts,
        u => u.Kind is not (UnitKind.Village or UnitKind.Window) && Permissions.May(HttpContext.Actor(), Capability.KeepInvestment, u.Path));

    public async Task<IActionResult> OnGetAsync(long? edit, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (edit is null)
        {
            Form = new SigningForm { HeldOn = HttpContext.Today() };
            return Page();
        }
        if (!MayKeep || Events.FirstOrDefault(e => e.Event.Id == edit) is not { Event: { } one })
        {
            return NotFound();
        }
        Form = SigningForm.Of(one, await query.SaidTypesAsync(one.Id, cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (this.NotNow(MayKeep) is { } no)
        {
            return no;
        }
        return this.Settle(await handler.HandleAsync(Form.Command(), HttpContext.Act(), cancel), _ => texts["project.signing.saved"], id => string.Create(CultureInfo.InvariantCulture, $"/investment/events/{id}"));
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var sums = await query.ByEventAsync(cancel);
        Events = [.. (await query.EventsAsync(cancel)).Select(e => (e, sums.GetValueOrDefault(e.Id) ?? AgreementSum.None))];
    }
}
