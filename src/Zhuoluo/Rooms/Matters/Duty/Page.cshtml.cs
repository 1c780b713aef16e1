using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Duty;

/// <summary>The roster of the hall: who is there when, and what people brought.</summary>
[Needs(Capability.ManageDuty)]
internal sealed class DutyPage(ZhuoluoContext db, KeepShiftHandler handler, Offices offices, Texts texts) : PageModel
{
    private const int Longest = 200;
    private const int NotedWithin = 30;

    [BindProperty]
    public ShiftForm Form { get; set; } = new();

    public IReadOnlyList<ShiftRow> Shifts { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Drives { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var command = new AddShift(Form.DriveId!.Value, Form.On!.Value, Form.HeadName!, Form.UnitId, Form.Slot);
        if ((await handler.HandleAsync(command, HttpContext.Act(), cancel)).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["intake.saved"]);
        return Redirect("/duty");
    }

    public async Task<IActionResult> OnPostCancelAsync(long id, CancellationToken cancel)
    {
        ModelState.Clear();
        await LoadAsync(cancel);
        if ((await handler.HandleAsync(new CancelShift(id), HttpContext.Act(), cancel)).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["intake.duty.cancelled"]);
        return Redirect("/duty");
    }

    /// <summary>Whether what was brought to it may still be written down: notes are seldom typed in on the same day.</summary>
    public bool IsNow(DutyShift shift)
    {
        var today = LocalDay.Of(HttpContext.Act().At);
        return shift.On <= today && shift.On >= today.AddDays(-NotedWithin);
    }

    public IEnumerable<SelectListItem> Units() =>
        offices.Current.Units.Select(u => new SelectListItem(texts.Show(u.Name), u.Id.ToString(CultureInfo.InvariantCulture)));

    public string UnitName(long? id) => id is { } known ? texts.Show(offices.Current.Unit(known)?.Name) : "";

    private async Task LoadAsync(CancellationToken cancel)
    {
        Shifts = await db.Set<DutyShift>().OrderByDescending(s => s.On).ThenBy(s => s.Id).Take(Longest)
            .Select(s => new ShiftRow(s, db.Set<Matter>().Count(m => m.DutyShiftId == s.Id && !m.IsConfidential))).ToListAsync(cancel);
        var drives = await db.Set<Drive>().Where(d => d.Kind == DriveKind.HallDuty).OrderByDescending(d => d.From).ToListAsync(cancel);
        Drives = [.. drives.Select(d => new SelectListItem(texts.Show(d.Name), d.Id.ToString(CultureInfo.InvariantCulture)))];
    }
}

/// <param name="Shift">The turn.</param>
/// <param name="Matters">How many matters people brought to it.</param>
internal sealed record ShiftRow(DutyShift Shift, int Matters);

internal sealed class ShiftForm
{
    [Display(Name = "intake.duty.drive"), Required]
    public long? DriveId { get; set; }

    [Display(Name = "intake.duty.on"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "intake.duty.head"), Required, StringLength(AddShift.LongestName)]
    public string? HeadName { get; set; }

    [Display(Name = "intake.duty.unit")]
    public long? UnitId { get; set; }

    [Display(Name = "intake.duty.slot"), StringLength(AddShift.LongestSlot)]
    public string? Slot { get; set; }
}
