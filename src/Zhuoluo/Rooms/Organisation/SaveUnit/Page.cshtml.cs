using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.SaveUnit;

[Needs(Capability.ManageOrganisation)]
internal sealed class SaveUnitPage(SaveUnitHandler handler, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public UnitForm Form { get; set; } = new();

    /// <summary>When the unit had last been changed as the editor saw it, in ticks; 0 for a new one.</summary>
    [BindProperty(Name = "RecordVersion")]
    public long Version { get; set; }

    public OfficesSnapshot Offices => offices.Current;

    public IActionResult OnGet(long? id, long? parent, UnitKind? kind)
    {
        if (id is null)
        {
            Form = new UnitForm { ParentId = parent, Kind = kind };
            return Page();
        }
        if (offices.Current.Unit(id.Value) is not { } unit)
        {
            return NotFound();
        }
        Version = unit.ChangedAt.UtcTicks;
        Form = new UnitForm
        {
            Code = unit.Code,
            Name = unit.Name,
            Kind = unit.Kind,
            ParentId = unit.ParentId,
            PlaceCode = unit.PlaceCode,
            Room = unit.Room,
            Aliases = string.Join('；', offices.Current.AliasesOf(unit)),
            ValidFrom = unit.ValidFrom == Place.Always ? null : unit.ValidFrom,
            ValidTo = unit.ValidTo,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long? id, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var seen = id is null ? default(DateTimeOffset?) : new DateTimeOffset(Version, TimeSpan.Zero);
        return this.Settle(await handler.HandleAsync(
            new UnitToSave(
                id, Form.Code!.Trim(), Form.Name!, Form.Kind!.Value, Form.ParentId, Choosing.Blank(Form.PlaceCode), Form.Room,
                Form.ValidFrom, Form.ValidTo, Choosing.Names(Form.Aliases), seen),
            HttpContext.Act(), cancel), _ => texts["org.saved"], unit => $"/organisation/units/{unit.Id}");
    }

    internal sealed class UnitForm
    {
        [Display(Name = "org.code"), Required, StringLength(40)]
        public string? Code { get; set; }

        [Display(Name = "org.called"), Required, StringLength(LineRules.LongestName)]
        public string? Name { get; set; }

        [Display(Name = "org.kind"), Required]
        public UnitKind? Kind { get; set; }

        [Display(Name = "org.parent")]
        public long? ParentId { get; set; }

        [Display(Name = "org.place-code"), StringLength(12)]
        public string? PlaceCode { get; set; }

        [Display(Name = "org.room"), StringLength(60)]
        public string? Room { get; set; }

        [Display(Name = "org.aliases"), StringLength(1000)]
        public string? Aliases { get; set; }

        [Display(Name = "org.since")]
        public DateOnly? ValidFrom { get; set; }

        [Display(Name = "org.until")]
        public DateOnly? ValidTo { get; set; }
    }
}
