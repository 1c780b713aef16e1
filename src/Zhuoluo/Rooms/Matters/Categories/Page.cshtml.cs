using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Categories;

/// <summary>The county's topics, and one to add, change or end.</summary>
[Needs(Capability.ManageCategories)]
internal sealed class CategoriesPage(ZhuoluoContext db, ImportCategoriesHandler handler, Texts texts) : PageModel
{
    [BindProperty]
    public CategoryForm Form { get; set; } = new();

    public IReadOnlyList<Category> Categories { get; private set; } = [];
    public bool IsNew { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (code is null)
        {
            return Page();
        }
        if (Categories.FirstOrDefault(c => c.Code == code) is not { } category)
        {
            return NotFound();
        }
        Form = CategoryForm.Of(category);
        IsNew = false;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        IsNew = !Categories.Any(c => c.Code == Form.Code);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        if ((await handler.HandleAsync(new ImportCategories([Form.Line()]), HttpContext.Act(), cancel)).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal is CategoryLineRefused one ? one.Inner : refusal);
        }
        TempData.Say(texts["intake.saved"]);
        return Redirect("/categories");
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        Categories = await db.Set<Category>().OrderBy(c => c.StandardRef).ThenBy(c => c.Code).ToListAsync(cancel);
}

internal sealed class CategoryForm
{
    [Display(Name = "intake.category.code"), Required, StringLength(40)]
    public string? Code { get; set; }

    [Display(Name = "intake.category.name"), Required, StringLength(CategoryLine.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "intake.category.standard"), Required, StringLength(60)]
    public string? StandardRef { get; set; } = "county";

    [Display(Name = "intake.category.standard-code"), StringLength(40)]
    public string? StandardCode { get; set; }

    [Display(Name = "intake.category.units"), StringLength(400)]
    public string? UsualUnits { get; set; }

    [Display(Name = "intake.category.to")]
    public DateOnly? ValidTo { get; set; }

    public string? ParentCode { get; set; }

    public static CategoryForm Of(Category category) => new()
    {
        Code = category.Code,
        Name = category.Name,
        StandardRef = category.StandardRef,
        StandardCode = category.StandardCode,
        UsualUnits = category.UsualUnits,
        ValidTo = category.ValidTo,
        ParentCode = category.ParentCode,
    };

    public CategoryLine Line() => new(Code!, Name!, StandardRef!)
    {
        ParentCode = ParentCode,
        StandardCode = StandardCode,
        UsualUnits = UsualUnits ?? "",
        ValidTo = ValidTo,
    };
}
