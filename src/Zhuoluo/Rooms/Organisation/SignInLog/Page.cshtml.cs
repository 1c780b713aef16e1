using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Organisation.SignInLog;

/// <summary>Every sign-in, every failed one, every change of an account or a role, newest first. No counts of persons (rules D2).</summary>
[Needs(Capability.SeeSignIns)]
internal sealed class SignInLogPage(ZhuoluoContext db) : PageModel
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<SignInLine> Lines { get; private set; } = [];
    public Dictionary<long, string> Names { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        P = Math.Clamp(P, 1, int.MaxValue / Size);
        Lines = await SignInLine.ReadAsync(db, null, (P - 1) * Size, Size, cancel);
        var ids = Lines.Select(l => l.PersonId).Distinct().ToList();
        Names = await db.Set<Person>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
    }
}
