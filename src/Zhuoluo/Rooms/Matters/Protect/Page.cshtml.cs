using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Protect;

/// <summary>Says whom a matter is about and gives it to the supervisor. Afterwards the one who did it no longer sees it, unless they supervise.</summary>
[Needs(Capability.ProtectMatter)]
internal sealed class ProtectPage(ProtectMatterHandler handler, ZhuoluoContext db, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public ProtectForm Form { get; set; } = new();

    public Matter Matter { get; private set; } = null!;

    /// <summary>Names and codes to choose from while typing.</summary>
    public IEnumerable<Unit> Units => offices.Current.Units.Where(u => u.ValidTo is null);

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) => await FindAsync(number, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
        {
            return NotFound();
        }
        var unit = Form.Unit?.Trim() is { Length: > 0 } word ? Unit(word) : null;
        if (unit is null && !string.IsNullOrWhiteSpace(Form.Unit))
        {
            ModelState.AddModelError("Form.Unit", texts["safe.protect.no-unit"]);
        }
        var person = Form.Person?.Trim() is { Length: > 0 } login ? await db.Set<Person>().Where(p => p.LoginName == login || p.Name == login).Select(p => p.Id).ToListAsync(cancel) : [];
        if (person.Count != 1 && !string.IsNullOrWhiteSpace(Form.Person))
        {
            ModelState.AddModelError("Form.Person", texts["safe.protect.no-person"]);
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var command = new ProtectMatter(Matter.Id, unit?.Id, person is [var only] ? only : null, Form.Reason ?? "");
        if ((await handler.HandleAsync(command, HttpContext.Act(Form.Reason), cancel)).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["safe.protect.done"]);
        return Redirect(HttpContext.May(Capability.SuperviseMatters) ? "/matters/" + number : "/matters");
    }

    private Unit? Unit(string word) => offices.Current.UnitByCode(word) ?? (offices.Current.UnitsNamed(word) is [var only] ? only : null);

    private async Task<bool> FindAsync(string number, CancellationToken cancel)
    {
        var found = await Sight.Of(HttpContext.Actor(), offices.Current).Seen(db).SingleOrDefaultAsync(m => m.Number == number, cancel);
        Matter = found!;
        return found is not null;
    }

    internal sealed class ProtectForm
    {
        [Display(Name = "safe.protect.unit"), StringLength(80)]
        public string? Unit { get; set; }

        [Display(Name = "safe.protect.person"), StringLength(50)]
        public string? Person { get; set; }

        [Display(Name = "safe.protect.reason"), Required, StringLength(ProtectMatter.LongestReason, MinimumLength = 2)]
        public string? Reason { get; set; }
    }
}
