using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Wishes.Raise;

/// <summary>Somebody wishes, or a secretary takes it down at a doorstep; number and code stay with whoever wishes.</summary>
[Open]
internal sealed class RaiseWishPage(RaiseWishHandler handler, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public RaiseForm Form { get; set; } = new();

    [BindProperty]
    public string? OnceKey { get; set; }

    public Receipt? Receipt { get; private set; }

    /// <summary>Staff who may visit take it down in somebody's name.</summary>
    public bool IsStaff => HttpContext.May(Capability.RegisterVisit);

    public IEnumerable<SelectListItem> Kinds => Word<WishKind>.All.Select(w => new SelectListItem(texts["wish.kind." + w], w));

    public IEnumerable<SelectListItem> Towns => offices.Current.Places
        .Where(p => p.Code.Length == 9 && p.IsValidOn(LocalDay.Of(HttpContext.Act().At))).Select(p => new SelectListItem(texts.Show(p.Name), p.Code));

    public void OnGet()
    {
        if (IsStaff && HttpContext.Actor().Office is { Length: >= 9 } office && offices.Current.Place(office[..9]) is { } town)
        {
            Form.TownCode = town.Code;
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var act = HttpContext.Act();
        if ((await handler.HandleAsync(Form.Command(OnceKey), IsStaff ? act : act with { Who = Actor.Public }, cancel)).IsRefused(out var refusal, out var receipt))
        {
            return this.Refuse(refusal);
        }
        Receipt = receipt;
        return Page();
    }

    internal sealed class RaiseForm
    {
        [Display(Name = "wish.kind"), Required]
        public string? Kind { get; set; }

        [Display(Name = "wish.text"), Required, StringLength(WishDeed.LongestText, MinimumLength = 4)]
        public string? Text { get; set; }

        [Display(Name = "wish.town"), Required]
        public string? TownCode { get; set; }

        [Display(Name = "wish.name"), StringLength(50)]
        public string? Name { get; set; }

        [Display(Name = "wish.phone"), StringLength(30)]
        public string? Phone { get; set; }

        [Display(Name = "wish.address"), StringLength(200)]
        public string? Address { get; set; }

        public RaiseWish Command(string? onceKey) =>
            new(Word<WishKind>.Read(Kind) ?? 0, Text ?? "", TownCode ?? "") { Contact = new Contact(Name, Phone, Address), OnceKey = onceKey };
    }
}
