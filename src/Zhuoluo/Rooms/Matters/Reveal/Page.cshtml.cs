using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Reveal;

/// <summary>Asks why, then shows the contact once. Never by GET, never kept: a reload asks again.</summary>
[Needs(Capability.SeeContact)]
internal sealed class RevealPage(RevealContactHandler reveal, MaskedContacts masked, ZhuoluoContext db, Offices offices) : PageModel
{
    [BindProperty]
    public RevealForm Form { get; set; } = new();

    public string Number { get; private set; } = "";
    public MaskedContact Masked { get; private set; } = new(null, null, false);
    public Contact? Contact { get; private set; }

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) =>
        await FindAsync(number, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is not { } id)
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var outcome = await reveal.HandleAsync(new RevealContact(id, Form.Reason!), HttpContext.Act(Form.Reason), cancel);
        if (outcome.IsRefused(out var refusal, out var contact))
        {
            return this.Refuse(refusal);
        }
        Contact = contact;
        Response.Headers.CacheControl = "no-cache, no-store";
        return Page();
    }

    private async Task<long?> FindAsync(string number, CancellationToken cancel)
    {
        var viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        var id = await viewer.Sight.Seen(db).Where(m => m.Number == number).Select(m => (long?)m.Id).SingleOrDefaultAsync(cancel);
        if (id is { } found)
        {
            Number = number;
            Masked = await masked.OfAsync(found, cancel);
        }
        return id;
    }

    internal sealed class RevealForm
    {
        [Display(Name = "matters.contact.why"), Required, StringLength(RevealContact.LongestReason, MinimumLength = 2)]
        public string? Reason { get; set; }
    }
}
