using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.SaveSeat;

[Needs(Capability.ManageOrganisation)]
internal sealed class NewSeatPage(SaveSeatHandler handler, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public SeatForm Form { get; set; } = new();

    public Unit Group { get; private set; } = null!;

    public IActionResult OnGet(long id)
    {
        Form.From = HttpContext.Today();
        return Load(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!Load(id))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        return this.Settle(await handler.HandleAsync(
            new GiveSeat(id, Form.Name!, Form.Post!, Form.Rank!.Value, Form.From!.Value, Form.To), HttpContext.Act(), cancel), texts["org.saved"], "/organisation/groups");
    }

    private bool Load(long id)
    {
        var group = offices.Current.Unit(id);
        Group = group!;
        return group is not null;
    }

    internal sealed class SeatForm
    {
        [Display(Name = "org.name"), Required, StringLength(LineRules.LongestName)]
        public string? Name { get; set; }

        [Display(Name = "org.seat.post"), Required, StringLength(LineRules.LongestName)]
        public string? Post { get; set; }

        [Display(Name = "org.seat.rank"), Required]
        public SeatRank? Rank { get; set; }

        [Display(Name = "org.from"), Required]
        public DateOnly? From { get; set; }

        [Display(Name = "org.to")]
        public DateOnly? To { get; set; }
    }
}
