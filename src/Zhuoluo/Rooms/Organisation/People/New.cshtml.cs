using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Organisation.ChangePerson;

namespace Zhuoluo.Rooms.Organisation.People;

/// <summary>A new member of staff with a first role; the first password is made by chance and shown once.</summary>
[Needs(Capability.ManagePeople), NeedsFresh]
internal sealed class NewPersonPage(AddPersonHandler handler, ResetPasswordHandler reset, Offices offices) : PageModel
{
    [BindProperty]
    public PersonForm Form { get; set; } = new();

    public OfficesSnapshot Offices => offices.Current;
    public string? Password { get; private set; }
    public long Id { get; private set; }

    public void OnGet(long? unit) => Form = new PersonForm { UnitId = unit, From = HttpContext.Today() };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var act = HttpContext.Act();
        var outcome = await handler.HandleAsync(new AddPerson(Form.Name!, Form.LoginName!, null, Form.Phone, Form.For(0)), act, cancel);
        if (outcome.IsRefused(out var refusal, out var id))
        {
            return this.Refuse(refusal);
        }
        var password = await reset.HandleAsync(new ResetPassword(id), act, cancel);
        if (password.IsRefused(out refusal, out var made))
        {
            return this.Refuse(refusal);
        }
        (Id, Password) = (id, made);
        return Page();
    }

    internal sealed class PersonForm : RoleForm
    {
        [Display(Name = "org.name"), Required, StringLength(AddPersonHandler.LongestName)]
        public string? Name { get; set; }

        [Display(Name = "org.login-name"), Required, StringLength(40)]
        public string? LoginName { get; set; }

        [Display(Name = "org.phone"), StringLength(20)]
        public string? Phone { get; set; }
    }
}
