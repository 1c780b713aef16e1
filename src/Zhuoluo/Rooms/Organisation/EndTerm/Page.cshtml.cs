using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.EndTerm;

/// <summary>The hand-over: what is open, who takes over, from when (A07).</summary>
[Needs(Capability.ManagePeople), NeedsFresh]
internal sealed class EndTermPage(EndTermHandler handler, HandOverList list, Offices offices, ZhuoluoContext db, Texts texts) : PageModel
{
    [BindProperty]
    public TermForm Form { get; set; } = new();

    public RoleAssignment Term { get; private set; } = null!;
    public Person Person { get; private set; } = null!;
    public string UnitName => offices.Current.Unit(Term.UnitId)?.Name ?? "";
    public IReadOnlyList<OpenItem> Open { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Successors { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        Form.On = HttpContext.Today();
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        return this.Settle(await handler.HandleAsync(new EndTerm(id, Form.On!.Value, Form.SuccessorId), HttpContext.Act(), cancel), ended => texts["org.term.ended", ended.HandedOver], _ => $"/organisation/people/{Person.Id}");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        if (await db.Set<RoleAssignment>().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } term)
        {
            return false;
        }
        Term = term;
        Person = await db.Set<Person>().SingleAsync(p => p.Id == term.PersonId, cancel);
        Open = await list.HoldsAsync(db, term, cancel);
        Successors =
        [
            .. (await db.Set<Person>().Where(p => p.IsActive && p.Id != term.PersonId).OrderBy(p => p.LoginName).ToListAsync(cancel))
                .Select(p => new SelectListItem(texts.Show(p.Name) + " (" + p.LoginName + ")", p.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        ];
        return true;
    }

    internal sealed class TermForm
    {
        [Display(Name = "org.term.on"), Required]
        public DateOnly? On { get; set; }

        [Display(Name = "org.term.successor")]
        public long? SuccessorId { get; set; }
    }
}
