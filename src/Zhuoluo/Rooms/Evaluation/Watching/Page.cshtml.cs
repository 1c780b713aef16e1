using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Evaluation.Watching;

/// <summary>Odd patterns of ratings and the records that make them. There are addresses and devices nowhere: only that they were the same.</summary>
[Needs(Capability.SeeRatingAlarms)]
internal sealed class AlarmsPage(ZhuoluoContext db, JudgeAlarmHandler handler, Offices offices, Texts texts) : PageModel
{
    private const int MostShown = 50;

    [BindProperty]
    public AlarmForm Form { get; set; } = new();

    public IReadOnlyList<RatingAlarm> Alarms { get; private set; } = [];
    public RatingAlarm? Alarm { get; private set; }
    public IReadOnlyList<(string Number, int? Grade, DateTimeOffset At)> Records { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public bool MayJudge => HttpContext.May(Capability.JudgeRatingAlarms);

    public async Task<IActionResult> OnGetAsync(long? id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long? id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        if ((await handler.HandleAsync(new JudgeAlarm(id ?? 0, Form.Note), HttpContext.Act(Form.Note), cancel)).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["ev.alarm.done"]);
        return Redirect("/evaluation/alarms");
    }

    private async Task<bool> LoadAsync(long? id, CancellationToken cancel)
    {
        Alarms = await db.Set<RatingAlarm>().OrderBy(a => a.JudgedAt != null).ThenByDescending(a => a.LastAt).Take(MostShown).ToListAsync(cancel);
        if (id is null)
        {
            return true;
        }
        Alarm = await db.Set<RatingAlarm>().FirstOrDefaultAsync(a => a.Id == id, cancel);
        if (Alarm is not { } alarm)
        {
            return false;
        }
        var (kind, print, unit) = (alarm.Kind, alarm.Print, alarm.UnitId);
        Records = [.. (await db.Set<RatingTrace>().Where(t => t.At >= alarm.FirstAt && t.At <= alarm.LastAt)
            .Join(db.Set<Rating>(), t => t.RatingId, r => r.Id, (t, r) => new { t, r })
            .Where(x => (kind != RatingAlarmKind.Device || x.t.Device == print) && (kind != RatingAlarmKind.Network || x.t.Network == print)
                && (kind != RatingAlarmKind.Phone || x.t.Phone == print) && (kind != RatingAlarmKind.TooSoon || x.t.Seconds < Watching.Alarms.TooSoonSeconds)
                && (kind != RatingAlarmKind.AllBest || x.r.Grade == RateGrades.Best) && (unit == null || x.r.UnitId == unit))
            .Join(Sight.Of(HttpContext.Actor(), offices.Current).Seen(db), x => x.r.MatterId, m => m.Id, (x, m) => new { m.Number, x.r.Grade, x.t.At })
            .OrderBy(x => x.At).Take(MostShown * 2).ToListAsync(cancel)).Select(x => (x.Number, x.Grade, x.At))];
        return true;
    }
}

internal sealed class AlarmForm
{
    [Display(Name = "ev.note"), Required, StringLength(JudgeAlarm.LongestNote)]
    public string? Note { get; set; }
}
