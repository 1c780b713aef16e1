using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Calendars.EditProfile;

[Needs(Capability.ManageCalendars)]
internal sealed class EditProfilePage(ChangeProfileHandler handler, CalendarsDoor door, Texts texts) : PageModel
{
    private static readonly string[] _kinds =
    [
        DeadlineProfile.AnyKind, "consultation", "help", "complaint", "report", "suggestion", "wish", "enterprise",
        "petition", "permit", "joint-permit", "lower-permit", "online-permit",
    ];

    [BindProperty]
    public ProfileForm Form { get; set; } = new();

    public bool IsNew => Form.SeenEdition == 0;

    public IActionResult OnGet(string code, bool copy)
    {
        if (!door.Current.Profiles.TryGetValue(code, out var profile))
        {
            return NotFound();
        }
        Form = ProfileForm.Of(profile, copy);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var outcome = await handler.HandleAsync(Form.Command(), HttpContext.Act(), cancel);
        if (outcome.IsRefused(out var refusal, out var edition))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["cal.profiles.saved", edition]);
        return Redirect("/calendar/profiles#" + Form.Code);
    }

    public IEnumerable<SelectListItem> Kinds(string chosen) =>
        _kinds.Select(k => new SelectListItem(texts["cal.case." + k], k, k == chosen));

    public IEnumerable<SelectListItem> Words<T>(string prefix, T chosen)
        where T : struct, Enum => Enum.GetValues<T>().Select(v => new SelectListItem(texts[prefix + Convert.ToInt32(v, null)], v.ToString(), v.Equals(chosen)));
}
