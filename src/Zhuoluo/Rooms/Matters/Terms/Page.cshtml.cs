using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Terms;

/// <summary>The words of topics: what means the same, what is a sign of a topic or against it; and what became of suggestions.</summary>
[Needs(Capability.ManageCategories)]
internal sealed class TermsPage(ZhuoluoContext db, ChangeTermsHandler handler, Texts texts) : PageModel
{
    private const int LargestFile = 1_000_000;

    [BindProperty]
    public TermForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    public IReadOnlyList<Term> Terms { get; private set; } = [];
    public Catalogue Catalogue { get; private set; } = null!;
    public IReadOnlyDictionary<(SuggestionKind Kind, Verdict Verdict), int> Judged { get; private set; } = new Dictionary<(SuggestionKind, Verdict), int>();

    public IEnumerable<SelectListItem> Categories => Catalogue.Categories.Select(c => new SelectListItem(texts.Show(c.Name), c.Code));

    public IEnumerable<SelectListItem> Kinds => Word<TermKind>.All.Select(w => new SelectListItem(texts["term-kind." + w], w));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Form.Category = Category;
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        return await ChangeAsync(new ChangeTerms([Form.Line()], []), _ => texts["terms.added", Form.Text], cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] long id, CancellationToken cancel)
    {
        ModelState.Clear();
        await LoadAsync(cancel);
        var gone = Terms.FirstOrDefault(t => t.Id == id);
        return await ChangeAsync(new ChangeTerms([], [id]), _ => texts["terms.removed", gone?.Text], cancel);
    }

    public async Task<IActionResult> OnPostImportAsync(IFormFile? file, CancellationToken cancel)
    {
        ModelState.Clear();
        await LoadAsync(cancel);
        if (file is null || file.Length is 0 or > LargestFile)
        {
            return this.Refuse(new NotATable());
        }
        using var reader = new StreamReader(file.OpenReadStream());
        return TermLine.Read(reader).IsRefused(out var refusal, out var lines)
            ? this.Refuse(refusal)
            : await ChangeAsync(new ChangeTerms(lines, []), done => texts["terms.imported", done.Added, done.Changed], cancel);
    }

    private async Task<IActionResult> ChangeAsync(ChangeTerms change, Func<TermsChanged, string> said, CancellationToken cancel)
    {
        return this.Settle(await handler.HandleAsync(change, HttpContext.Act(), cancel), said, _ => "/terms" + (Category is null ? "" : QueryString.Create("category", Category).ToString()));
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Catalogue = await Catalogue.LoadAsync(db, cancel);
        Terms = await db.Set<Term>().Where(t => Category == null || t.CategoryCode == Category)
            .OrderBy(t => t.CategoryCode).ThenBy(t => t.Kind).ThenBy(t => t.Text).ToListAsync(cancel);
        Judged = await db.Set<Suggestion>().GroupBy(s => new { s.Kind, s.Verdict }).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => (g.Key.Kind, g.Key.Verdict), g => g.Count, cancel);
    }

    internal sealed class TermForm
    {
        [Display(Name = "terms.category"), Required]
        public string? Category { get; set; }

        [Display(Name = "terms.kind"), Required]
        public string? Kind { get; set; } = Word<TermKind>.Of(TermKind.Synonym);

        [Display(Name = "terms.text"), Required, StringLength(Term.LongestText)]
        public string? Text { get; set; }

        [Display(Name = "terms.stands-for"), StringLength(Term.LongestText)]
        public string? StandsFor { get; set; }

        [Display(Name = "terms.weight"), Range(1, Term.HeaviestWeight)]
        public int Weight { get; set; } = 1;

        public TermLine Line() => new(
            Category!, Word<TermKind>.Read(Kind) ?? TermKind.Synonym, Text!.Trim(), string.IsNullOrWhiteSpace(StandsFor) ? null : StandsFor.Trim(), Weight);
    }
}

/// <summary>GET /terms/export: the list as a file that comes back in unchanged.</summary>
internal static class TermsExport
{
    public static void Map(WebApplication app) => app.MapGet("/terms/export", async (ZhuoluoContext db, CancellationToken cancel) =>
        Results.File(TermLine.Write(await db.Set<Term>().OrderBy(t => t.CategoryCode).ThenBy(t => t.Kind).ThenBy(t => t.Text).ToListAsync(cancel)), CsvText.ContentType, "terms.csv"))
        .Needs(Capability.ManageCategories);
}
