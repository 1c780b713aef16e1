using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation.ChangePerson;
using Zhuoluo.Rooms.Organisation.SecondFactor;
using Zhuoluo.Rooms.Organisation.SignIn;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.People;

/// <summary>One member of staff: account and roles past and present. Telephone numbers are shown to those who manage people.</summary>
[Needs(Capability.SeePeople)]
internal sealed class PersonPage(ChangePersonHandler change, ResetPasswordHandler reset, RemoveFactorHandler factors, Offices offices, ZhuoluoContext db, Vault vault, Texts texts) : PageModel
{
    [BindProperty]
    public PersonForm Form { get; set; } = new();

    public OfficesSnapshot Offices => offices.Current;
    public Person Person { get; private set; } = null!;
    public IReadOnlyList<RoleAssignment> Roles { get; private set; } = [];
    public string? Password { get; private set; }
    public bool HasSecondFactor { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        var mayManage = HttpContext.May(Capability.ManagePeople);
        Form = new PersonForm { Name = Person.Name, IsActive = Person.IsActive, Phone = mayManage ? await PersonPhone.OpenAsync(Person, db, vault, cancel) : null };
        return Page();
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
        return this.Settle(await change.HandleAsync(new ChangePerson.ChangePerson(id, Form.Name!, Form.Phone ?? "", Form.IsActive), HttpContext.Act(), cancel), texts["org.saved"], $"/organisation/people/{id}");
    }

    public async Task<IActionResult> OnPostResetAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        var outcome = await reset.HandleAsync(new ResetPassword(id), HttpContext.Act(), cancel);
        if (outcome.IsRefused(out var refusal, out var password))
        {
            return this.Refuse(refusal);
        }
        ModelState.Clear();
        Password = password;
        return await OnGetAsync(id, cancel);
    }

    public async Task<IActionResult> OnPostFactorsAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        if (StepUp.IsNeeded(HttpContext))
        {
            StepUp.Send(HttpContext);
            return new EmptyResult();
        }
        return this.Settle(await factors.HandleAsync(new RemoveFactor(id, PasskeyId: null), HttpContext.Act(), cancel), texts["org.saved"], $"/organisation/people/{id}");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        if (await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } person)
        {
            return false;
        }
        Person = person;
        HasSecondFactor = await Factors.AnyAsync(db, id, cancel);
        Roles = await db.Set<RoleAssignment>().Where(r => r.PersonId == id).OrderByDescending(r => r.From).ToListAsync(cancel);
        return HttpContext.May(Capability.SeePeople, "/") || Roles.Any(r => HttpContext.May(Capability.SeePeople, Offices.Unit(r.UnitId)?.Path ?? "/"));
    }

    internal sealed class PersonForm
    {
        [Display(Name = "org.name"), Required, StringLength(AddPersonHandler.LongestName)]
        public string? Name { get; set; }

        [Display(Name = "org.phone"), StringLength(20)]
        public string? Phone { get; set; }

        [Display(Name = "org.is-active")]
        public bool IsActive { get; set; }
    }
}
