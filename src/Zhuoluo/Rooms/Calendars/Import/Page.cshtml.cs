using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Calendars.Import;

[Needs(Capability.ManageCalendars)]
internal sealed class ImportCalendarPage(ImportCalendarHandler handler, CalendarsDoor door, Texts texts) : PageModel
{
    private const int LargestFile = 1024 * 1024;

    [BindProperty]
    public ImportForm Form { get; set; } = new();

    public int LastYear => door.Calendar.LastYearWithData;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        if (Form.Notice!.Length > LargestFile)
        {
            ModelState.AddModelError("Form.Notice", texts["cal.import.too-large"]);
            return Page();
        }
        using var bytes = new MemoryStream();
        await Form.Notice.CopyToAsync(bytes, cancel);
        var outcome = await handler.HandleAsync(new ImportCalendar(bytes.ToArray()), HttpContext.Act(), cancel);
        if (outcome.IsRefused(out var refusal, out var imported))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(imported.Years.Count == 0
            ? texts["cal.import.unchanged"]
            : texts["cal.import.done", string.Join(texts["cal.comma"], imported.Years.Select(y => y.ToString(CultureInfo.InvariantCulture))), imported.Moved]);
        return Redirect("/calendar/" + (imported.Years is [var first, ..] ? first : imported.Unchanged[0]).ToString(CultureInfo.InvariantCulture));
    }

    internal sealed class ImportForm
    {
        [Display(Name = "cal.import.file"), Required]
        public IFormFile? Notice { get; set; }
    }
}
