using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.SavePlace;

/// <summary>One place: shown to all of the staff, changed by those who may.</summary>
[Needs(Capability.SeeOrganisation)]
internal sealed class PlacePage(SavePlaceHandler handler, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public PlaceForm Form { get; set; } = new();

    public OfficesSnapshot Offices => offices.Current;
    public Place? Place { get; private set; }
    public bool IsNew { get; private set; }

    public IActionResult OnGet(string code, string? parent)
    {
        IsNew = code == "new";
        Place = offices.Current.Place(code);
        if (IsNew)
        {
            Form = new PlaceForm { ParentCode = parent };
            return HttpContext.May(Capability.ManageOrganisation) ? Page() : NotFound();
        }
        if (Place is not { } place)
        {
            return NotFound();
        }
        Form = new PlaceForm
        {
            Code = place.Code,
            Name = place.Name,
            Kind = place.Kind,
            ParentCode = place.ParentCode,
            ValidFrom = place.ValidFrom == Organisation.Place.Always ? null : place.ValidFrom,
            ValidTo = place.ValidTo,
            SuccessorCode = place.SuccessorCode,
            Aliases = string.Join('；', offices.Current.AliasesOf(place)),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancel)
    {
        IsNew = code == "new";
        Place = offices.Current.Place(code);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        return this.Settle(await handler.HandleAsync(
            new PlaceToSave(
                IsNew ? Form.Code!.Trim() : code, Form.Name!, Form.Kind!.Value, Choosing.Blank(Form.ParentCode), Form.ValidFrom, Form.ValidTo,
                Choosing.Blank(Form.SuccessorCode), Choosing.Names(Form.Aliases)),
            HttpContext.Act(), cancel), saved => texts["org.saved"], saved => $"/organisation/places?in={saved.ParentCode}");
    }

    internal sealed class PlaceForm
    {
        [Display(Name = "org.code"), Required, RegularExpression("^[0-9]{6}([0-9]{3}){0,2}$")]
        public string? Code { get; set; }

        [Display(Name = "org.called"), Required, StringLength(LineRules.LongestName)]
        public string? Name { get; set; }

        [Display(Name = "org.kind"), Required]
        public PlaceKind? Kind { get; set; }

        [Display(Name = "org.parent-code"), StringLength(12)]
        public string? ParentCode { get; set; }

        [Display(Name = "org.aliases"), StringLength(1000)]
        public string? Aliases { get; set; }

        [Display(Name = "org.since")]
        public DateOnly? ValidFrom { get; set; }

        [Display(Name = "org.until")]
        public DateOnly? ValidTo { get; set; }

        [Display(Name = "org.successor-code"), StringLength(12)]
        public string? SuccessorCode { get; set; }
    }
}
