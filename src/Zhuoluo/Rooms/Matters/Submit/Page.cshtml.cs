using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Matters.Alike;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Matters.Track;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Submit;

/// <summary>Somebody says something once. On a phone, without an account; what was typed is never lost to an error.</summary>
[Open]
[RequestSizeLimit(FileLimits.MostRequestBytes)]
internal sealed class SubmitPage(RegisterMatterHandler handler, JoinMatterHandler join, PublishedAlike alike, PhotoForm photos, Offices offices, TrackCookie cookie, Texts texts) : PageModel
{
    [BindProperty]
    public SubmitForm Form { get; set; } = new();

    [BindProperty]
    public string? OnceKey { get; set; }

    /// <summary>The person has read where to call in an emergency and goes on.</summary>
    [BindProperty]
    public bool GoOn { get; set; }

    /// <summary>The person has seen what may be the same and sends an own matter.</summary>
    [BindProperty]
    public bool SeenAlike { get; set; }

    /// <summary>Number of the published matter that is said to be the same.</summary>
    [BindProperty]
    public string? Join { get; set; }

    /// <summary>Published matters that may be the same, shown once before anything is sent.</summary>
    public IReadOnlyList<AlikeMatter> Alike { get; private set; } = [];

    /// <summary>Emergency lines that the words call for, shown before anything is sent.</summary>
    public IReadOnlyList<EmergencyLine> Lines { get; private set; } = [];

    public void OnGet(string? town, MatterKind? kind) => (Form.PlaceCode, Form.Kind) = (town, kind);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        using var files = await photos.TakeAsync(this, "Form.Photos", cancel);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if (!GoOn && EmergencyLines.In(Form.Text!) is { Count: > 0 } lines)
        {
            Lines = lines;
            return Page();
        }
        // Whoever sends it, a signed-in clerk too, speaks here as a resident.
        var act = HttpContext.Act() with { Who = Actor.Public };
        var command = Form.Command(offices.Current, OnceKey) with { Files = files.Files };
        // Whoever asks for secrecy is not shown what others said, and nothing is tied to it.
        var isOpenly = command is { IsConfidential: false, Kind: not MatterKind.Report };
        if (isOpenly && !SeenAlike && Join is null
            && await alike.FindAsync(command.Text, command.PlaceText, command.PlaceCode, LocalDay.Of(act.At), cancel) is { Count: > 0 } found)
        {
            Alike = found;
            return Page();
        }
        var outcome = isOpenly && Join is { Length: > 0 } other
            ? await join.HandleAsync(command, other, act, cancel)
            : await handler.HandleAsync(command, act, cancel);
        if (outcome.IsRefused(out var refusal, out var receipt))
        {
            ModelState.AddModelError(FieldOf(refusal), texts.Of(refusal));
            Response.StatusCode = Refusing.StatusOf(refusal);
            return Page();
        }
        cookie.Keep(HttpContext, receipt.Number, receipt.Code);
        return Redirect("/receipt/" + receipt.Number);
    }

    public IEnumerable<SelectListItem> Kinds() =>
        Enum.GetValues<MatterKind>().Select(k => new SelectListItem($"{texts[PublicWords.Of(k)]}{texts["res.submit.dash"]}{texts[PublicWords.Of(k) + ".what"]}", k.ToString()));

    public IEnumerable<SelectListItem> Towns()
    {
        var today = LocalDay.Of(HttpContext.Act().At);
        var counties = offices.Current.Places.Where(p => p.Kind == PlaceKind.County && p.IsValidOn(today)).ToList();
        foreach (var county in counties)
        {
            var group = counties.Count > 1 ? new SelectListGroup { Name = texts.Show(county.Name) } : null;
            foreach (var town in offices.Current.Towns(county.Code).Where(t => t.IsValidOn(today)))
            {
                yield return new SelectListItem(texts.Show(town.Name), town.Code) { Group = group };
            }
            yield return new SelectListItem(texts["res.submit.town-unknown", texts.Show(county.Name)], county.Code) { Group = group };
        }
    }

    private static string FieldOf(Refusal refusal) => refusal.Field switch
    {
        null => "",
        "Contact.Name" => "Form.Name",
        "Contact.Phone" => "Form.Phone",
        "Contact.Email" => "Form.Tell.Email",
        { } field => "Form." + field,
    };
}
