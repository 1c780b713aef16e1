using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Track;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Privacy.Own;

/// <summary>One's own data: to read, to take away as a file, to have corrected or erased. Proved by number and code, as the track page is.</summary>
[Open]
internal sealed class OwnDataPage(OwnDataQuery query, RequesterDoor door, AskAboutDataHandler handler, TrackCookie cookie, Texts texts) : PageModel
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public TrackForm Form { get; private set; } = new();
    public RightForm Ask { get; private set; } = new();
    public OwnData? Own { get; private set; }

    private Matter? _matter;
    private Tracked? _kept;

    public async Task OnGetAsync(CancellationToken cancel) => await ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Form))] TrackForm form, CancellationToken cancel)
    {
        Form = form;
        if (!ModelState.IsValid)
        {
            return Again();
        }
        if ((await door.FindAsync(Form.Number!, Form.Code!, HttpContext.Address(), HttpContext.Act().At, cancel)).IsRefused(out var refusal, out var found))
        {
            ModelState.AddModelError("", texts.Of(refusal));
            return Again();
        }
        cookie.Keep(HttpContext, found.Number, ReceiptCodes.Read(Form.Code!));
        return Redirect("/me/data");
    }

    public async Task<IActionResult> OnPostFileAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        return Own is null ? Redirect("/me/data") : File(JsonSerializer.SerializeToUtf8Bytes(Own, _json), "application/json; charset=utf-8", $"zhuoluo-{Own.Number}.json");
    }

    public async Task<IActionResult> OnPostAskAsync([Bind(Prefix = nameof(Ask))] RightForm ask, CancellationToken cancel)
    {
        Ask = ask;
        await ShowAsync(cancel);
        if (_matter is not { } matter || _kept is not { } kept)
        {
            return Redirect("/me/data");
        }
        if (!ModelState.IsValid)
        {
            return Again();
        }
        var command = new AskAboutData(matter.Id, matter.Number, kept.Code, Ask.Right ?? default, new DataWords(Ask.Text, Blank(Ask.Name), Blank(Ask.Phone)));
        if ((await handler.HandleAsync(command, HttpContext.Act() with { Who = Actor.Public }, cancel)).IsRefused(out var refusal, out _))
        {
            ModelState.AddModelError(refusal.Field is { } field ? "Ask." + field : "", texts.Of(refusal));
            return Again();
        }
        TempData.Say(texts["safe.me.asked"]);
        return Redirect("/me/data");
    }

    public IEnumerable<SelectListItem> Rights() =>
        new[] { DataRight.Correct, DataRight.Erase, DataRight.Explain, DataRight.Restrict }.Select(r => new SelectListItem(texts["safe.right." + r], r.ToString()));

    private static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (cookie.Read(HttpContext) is { } kept
            && !(await door.FindAsync(kept.Number, kept.Code, HttpContext.Address(), HttpContext.Act().At, cancel)).IsRefused(out _, out var matter))
        {
            (_kept, _matter) = (kept, matter);
            Own = await query.OfAsync(matter, cancel);
        }
    }

    internal sealed class RightForm
    {
        [Display(Name = "safe.me.right"), Required]
        public DataRight? Right { get; set; }

        [Display(Name = "safe.me.text"), StringLength(AskAboutDataHandler.LongestText)]
        public string? Text { get; set; }

        [Display(Name = "safe.me.name"), StringLength(50)]
        public string? Name { get; set; }

        [Display(Name = "safe.me.phone"), StringLength(30)]
        public string? Phone { get; set; }
    }
}
