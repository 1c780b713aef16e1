using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation.Tokens;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.Services;

/// <summary>Other programs with their tokens.</summary>
[Needs(Capability.ManageServices), NeedsFresh]
internal sealed class ServicesPage(AddServiceHandler add, RevokeTokenHandler revoke, Offices offices, ZhuoluoContext db, Texts texts) : PageModel
{
    [BindProperty]
    public TokenForm Form { get; set; } = new();

    [BindProperty, Display(Name = "org.role"), Required]
    public Role? Role { get; set; }

    [BindProperty, Display(Name = "org.unit"), Required]
    public long? UnitId { get; set; }

    public OfficesSnapshot Offices => offices.Current;
    public IReadOnlyList<(Person Program, List<RoleAssignment> Roles, List<AccessToken> Tokens)> Programs { get; private set; } = [];
    public TokenShown? Shown { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Form = TokenForm.From(HttpContext.Today());
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var outcome = await add.HandleAsync(new AddService(Form.Name!, Role!.Value, UnitId!.Value, Form.Scopes, Form.ExpiresOn!.Value), HttpContext.Act(), cancel);
        if (outcome.IsRefused(out var refusal, out var shown))
        {
            return this.Refuse(refusal);
        }
        ModelState.Clear();
        (Role, UnitId) = (null, null);
        await OnGetAsync(cancel);
        Shown = shown;
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(long token, CancellationToken cancel)
    {
        return this.Settle(await revoke.HandleAsync(new RevokeToken(token), HttpContext.Act(), cancel), texts["token.revoked-now"], "/organisation/services");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var programs = await db.Set<Person>().Where(p => p.IsProgram).OrderBy(p => p.Name).ToListAsync(cancel);
        var ids = programs.ConvertAll(p => p.Id);
        var today = HttpContext.Today();
        var roles = (await db.Set<RoleAssignment>().Where(r => ids.Contains(r.PersonId)).ToListAsync(cancel)).Where(r => r.IsHeldOn(today)).ToLookup(r => r.PersonId);
        var tokens = (await db.Set<AccessToken>().Where(t => ids.Contains(t.PersonId)).OrderByDescending(t => t.Id).ToListAsync(cancel)).ToLookup(t => t.PersonId);
        Programs = [.. programs.Select(p => (p, roles[p.Id].ToList(), tokens[p.Id].ToList()))];
    }
}
