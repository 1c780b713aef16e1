using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Protect;

/// <summary>The circle of one matter: who is in it, and what a second supervisor has to decide.</summary>
[Needs(Capability.SuperviseMatters)]
internal sealed class CirclePage(CircleHandler handler, ZhuoluoContext db, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public CircleForm Form { get; set; } = new();

    public Matter Matter { get; private set; } = null!;
    public Shield? Shield { get; private set; }
    public IReadOnlyList<CircleMember> Members { get; private set; } = [];
    public IReadOnlyList<ConflictWaiver> Waivers { get; private set; } = [];
    public OfficesSnapshot Current => offices.Current;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) => await FindAsync(number, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostPersonAsync(string number, CancellationToken cancel) => DoAsync(number, async act =>
    {
        var word = Form.Person?.Trim() ?? "";
        var ids = await db.Set<Person>().Where(p => p.LoginName == word || p.Name == word).Select(p => p.Id).ToListAsync(cancel);
        return await handler.HandleAsync(new WidenCircle(Matter.Id, ids is [var only] ? only : 0, Form.Reason ?? ""), act, cancel);
    }, cancel);

    public Task<IActionResult> OnPostWaiverAsync(string number, CancellationToken cancel) => DoAsync(number, act =>
    {
        var word = Form.Unit?.Trim() ?? "";
        var unit = Current.UnitByCode(word) ?? (Current.UnitsNamed(word) is [var only] ? only : null);
        return handler.HandleAsync(new AskWaiver(Matter.Id, unit?.Id ?? 0, Form.Reason ?? ""), act, cancel);
    }, cancel);

    public Task<IActionResult> OnPostDecideAsync(string number, bool approve, CancellationToken cancel) =>
        DoAsync(number, act => handler.HandleAsync(new DecideWaiver(Form.Id, approve), act, cancel), cancel);

    private async Task<IActionResult> DoAsync(string number, Func<Act, Task<Outcome<Done>>> how, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
        {
            return NotFound();
        }
        if ((await how(HttpContext.Act(Form.Reason))).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["safe.circle.done"]);
        return Redirect($"/matters/{number}/circle");
    }

    private async Task<bool> FindAsync(string number, CancellationToken cancel)
    {
        var found = await Sight.Of(HttpContext.Actor(), offices.Current).Seen(db).SingleOrDefaultAsync(m => m.Number == number, cancel);
        if (found is null)
        {
            return false;
        }
        Matter = found;
        Shield = await db.Set<Shield>().SingleOrDefaultAsync(s => s.MatterId == found.Id, cancel);
        Members = await db.Set<CircleMember>().Where(c => c.MatterId == found.Id).OrderBy(c => c.Id).ToListAsync(cancel);
        Waivers = await db.Set<ConflictWaiver>().Where(c => c.MatterId == found.Id).OrderBy(c => c.Id).ToListAsync(cancel);
        return true;
    }

    internal sealed class CircleForm
    {
        public long Id { get; set; }

        [System.ComponentModel.DataAnnotations.Display(Name = "safe.circle.person")]
        public string? Person { get; set; }

        [System.ComponentModel.DataAnnotations.Display(Name = "safe.circle.unit")]
        public string? Unit { get; set; }

        [System.ComponentModel.DataAnnotations.Display(Name = "safe.circle.reason")]
        public string? Reason { get; set; }
    }
}
