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

namespace Zhuoluo.Rooms.Matters.Replies;

/// <summary>Templates of one's units, and who needs a second person for an answer.</summary>
[Needs(Capability.ManageTemplates)]
internal sealed class TemplatesPage(ZhuoluoContext db, KeepTemplateHandler handler, Offices offices, Texts texts) : PageModel
{
    private Dictionary<string, string> _categories = [];

    public TemplateForm Form { get; private set; } = new();
    public ReviewForm Review { get; private set; } = new();
    public IReadOnlyList<ReplyTemplate> Templates { get; private set; } = [];
    public IReadOnlyList<ReviewRule> Rules { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public bool MayRule => HttpContext.May(Capability.ManageTemplates, "/");
    public bool MaySeeReuse => HttpContext.May(Capability.SeeReuse);

    public IEnumerable<SelectListItem> Units => offices.Current.Units.Where(u => u.IsValidOn(HttpContext.Today()) && HttpContext.May(Capability.ManageTemplates, u.Path))
        .Select(u => new SelectListItem(texts.Show(u.Name), u.Id.ToString(CultureInfo.InvariantCulture)));

    public IEnumerable<SelectListItem> Categories => _categories.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new SelectListItem(texts.Show(c.Value), c.Key));
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<MatterKind>().Select(k => new SelectListItem(texts["kind." + Word.Of(k)], k.ToString()));
    public IEnumerable<SelectListItem> Needs => [new(texts["reply.review.needed"], "true"), new(texts["reply.review.free"], "false")];

    public async Task<IActionResult> OnGetAsync(long? id, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (id is not null)
        {
            if (Templates.FirstOrDefault(t => t.SeriesId == id) is not { } template)
            {
                return NotFound();
            }
            Form = new TemplateForm { SeriesId = id, Name = template.Name, Text = template.Text, UnitId = template.UnitId, CategoryCode = template.CategoryCode };
        }
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync([Bind(Prefix = nameof(Form))] TemplateForm form, CancellationToken cancel)
    {
        Form = form;
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
        {
            return Again();
        }
        var command = new KeepTemplate(form.SeriesId, form.Name, form.Text) { UnitId = form.UnitId, CategoryCode = Choosing.Blank(form.CategoryCode) };
        return Done(await handler.HandleAsync(command, HttpContext.Act(), cancel), nameof(Form));
    }

    public async Task<IActionResult> OnPostEndAsync(long seriesId, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Done(await handler.EndAsync(seriesId, HttpContext.Act(), cancel), nameof(Form));
    }

    public async Task<IActionResult> OnPostReviewAsync([Bind(Prefix = nameof(Review))] ReviewForm review, CancellationToken cancel)
    {
        Review = review;
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
        {
            return Again();
        }
        var command = new ChangeReview(review.Kind, Choosing.Blank(review.CategoryCode), review.IsNeeded!.Value, review.Reason);
        return Done(await handler.HandleAsync(command, HttpContext.Act(review.Reason), cancel), nameof(Review));
    }

    public string CategoryName(string code) => _categories.GetValueOrDefault(code, code);

    private IActionResult Done<T>(Outcome<T> outcome, string form)
    {
        if (outcome.IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal, form);
        }
        TempData.Say(texts["reply.saved"]);
        return Redirect("/templates");
    }

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        _categories = await db.Set<Category>().ToDictionaryAsync(c => c.Code, c => c.Name, cancel);
        Rules = MayRule ? await db.Set<ReviewRule>().Where(r => r.EndedAt == null).OrderBy(r => r.Id).ToListAsync(cancel) : [];
        Templates = [.. (await db.Set<ReplyTemplate>().Where(t => t.IsCurrent).OrderBy(t => t.Name).ToListAsync(cancel))
            .Where(t => HttpContext.May(Capability.ManageTemplates, t.UnitId is { } unit ? offices.Current.Unit(unit)?.Path ?? "/" : "/"))];
    }
}

internal sealed class TemplateForm
{
    public long? SeriesId { get; set; }

    [Display(Name = "reply.name"), Required, StringLength(KeepTemplate.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "reply.text"), Required, StringLength(KeepTemplate.LongestText)]
    public string? Text { get; set; }

    [Display(Name = "reply.unit")]
    public long? UnitId { get; set; }

    [Display(Name = "matters.filter.category")]
    public string? CategoryCode { get; set; }
}

internal sealed class ReviewForm
{
    [Display(Name = "matters.filter.kind")]
    public MatterKind? Kind { get; set; }

    [Display(Name = "matters.filter.category")]
    public string? CategoryCode { get; set; }

    [Display(Name = "reply.review.is-needed"), Required]
    public bool? IsNeeded { get; set; }

    [Display(Name = "reply.review.reason"), Required, StringLength(500)]
    public string? Reason { get; set; }
}
