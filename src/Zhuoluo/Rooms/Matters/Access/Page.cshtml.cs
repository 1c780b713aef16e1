using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Access;

/// <summary>Who opened whose contact, when and why; and what somebody should ask about. A matter outside the reader's sight stays without number and reason.</summary>
[Needs(Capability.SeeReveals)]
internal sealed class RevealsPage(SettleAlarmHandler handler, ZhuoluoContext db, Offices offices, Texts texts) : PageModel
{
    private const int Most = 200;

    [BindProperty]
    public SettleForm Form { get; set; } = new();

    public IReadOnlyList<(ContactReveal Reveal, string? Number)> Reveals { get; private set; } = [];
    public IReadOnlyList<(RevealAlarm Alarm, string? Number)> Alarms { get; private set; } = [];

    /// <summary>How many each opened in the last thirty days, in the order of names.</summary>
    public IReadOnlyList<(string Name, int Count)> People { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if ((await handler.HandleAsync(new SettleAlarm(Form.Id, Form.Finding ?? ""), HttpContext.Act(Form.Finding), cancel)).IsRefused(out var refusal, out _))
        {
            await LoadAsync(cancel);
            return this.Refuse(refusal);
        }
        TempData.Say(texts["safe.circle.done"]);
        return Redirect("/reveals");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var act = HttpContext.Act();
        var since = act.At.AddDays(-30);
        var reveals = await db.Set<ContactReveal>().OrderByDescending(r => r.Id).Take(Most).ToListAsync(cancel);
        var alarms = await db.Set<RevealAlarm>().OrderBy(a => a.SeenAt != null).ThenByDescending(a => a.Id).Take(Most).ToListAsync(cancel);
        var ids = reveals.Select(r => r.MatterId).Concat(alarms.Select(a => a.MatterId)).Distinct().ToList();
        var numbers = await Sight.Of(act.Who, offices.Current).Seen(db).Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Number, cancel);
        Reveals = [.. reveals.Select(r => (r, numbers.GetValueOrDefault(r.MatterId)))];
        Alarms = [.. alarms.Select(a => (a, numbers.GetValueOrDefault(a.MatterId)))];
        People = [.. (await db.Set<ContactReveal>().Where(r => r.At >= since).GroupBy(r => new { r.PersonId, r.PersonName })
            .Select(g => new { g.Key.PersonName, Count = g.Count() }).ToListAsync(cancel)).OrderBy(p => p.PersonName, StringComparer.Ordinal).Select(p => (p.PersonName, p.Count))];
    }

    internal sealed class SettleForm
    {
        public long Id { get; set; }

        [Display(Name = "safe.reveals.finding"), StringLength(SettleAlarm.LongestFinding)]
        public string? Finding { get; set; }
    }
}
