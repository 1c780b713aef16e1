using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.Mailing;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.OwnNotices;

/// <summary>How one wants to hear of what: not at all, here, by mail at once or once a day, and not at night.</summary>
[Needs(Capability.SignMatter, Capability.AcceptMatter, Capability.SuperviseMatters)]
internal sealed class ChoosePage(ChooseNoticesHandler handler, ZhuoluoContext db, Vault vault, MailOptions options, Texts texts) : PageModel
{
    private const int UsualHour = 8;

    [BindProperty]
    public ChoiceForm Form { get; set; } = new();

    public MailOptions Options => options;

    /// <summary>Those that can come: of units for who signs or sorts, of alarms for supervisors.</summary>
    public IReadOnlyList<NoticeKind> Kinds
    {
        get
        {
            var forUnits = HttpContext.May(Capability.SignMatter) || HttpContext.May(Capability.AcceptMatter);
            var alarms = AlarmNotices.KindsOf(HttpContext.Actor());
            return [.. Enum.GetValues<NoticeKind>().Where(k => AlarmNotices.All.Contains(k) ? alarms.Contains(k) : forUnits)];
        }
    }

    public Dictionary<NoticeKind, NoticeWay> Ways { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = HttpContext.Actor().PersonId;
        var choice = await db.Set<NoticeChoice>().SingleOrDefaultAsync(c => c.PersonId == me, cancel);
        Ways = Kinds.ToDictionary(k => k, k => choice?.WayOf(k) ?? NoticeWay.Here);
        Form = new ChoiceForm
        {
            DailyHour = choice is { Daily: not 0 } ? choice.DailyHour : UsualHour,
            QuietFrom = TimeOnly.MinValue.AddMinutes(choice?.QuietFrom ?? 0),
            QuietTo = TimeOnly.MinValue.AddMinutes(choice?.QuietTo ?? 0),
            Address = choice?.KeyId is { } keyId ? MailAddressText.Open(vault, await db.Set<SubjectKey>().SingleAsync(k => k.Id == keyId, cancel), choice) : null,
        };
    }

    public async Task<IActionResult> OnPostAsync(Dictionary<string, string> ways, CancellationToken cancel)
    {
        Ways = Kinds.ToDictionary(k => k, k => ways.TryGetValue(k.ToString(), out var word) && Enum.TryParse<NoticeWay>(word, out var way) && Enum.IsDefined(way) ? way : NoticeWay.Here);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var command = new ChooseNotices(Ways, Form.Address, Form.QuietFrom ?? TimeOnly.MinValue, Form.QuietTo ?? TimeOnly.MinValue, Form.DailyHour ?? UsualHour);
        return this.Settle(await handler.HandleAsync(command, HttpContext.Act(), cancel), texts["notices.saved"], "/account/notices");
    }

    internal sealed class ChoiceForm
    {
        [Display(Name = "notices.address"), StringLength(MailAddressText.Longest)]
        public string? Address { get; set; }

        [Display(Name = "notices.daily-hour"), Range(0, ChooseNoticesHandler.LastHour)]
        public int? DailyHour { get; set; }

        [Display(Name = "notices.quiet-from")]
        public TimeOnly? QuietFrom { get; set; }

        [Display(Name = "notices.quiet-to")]
        public TimeOnly? QuietTo { get; set; }
    }
}
