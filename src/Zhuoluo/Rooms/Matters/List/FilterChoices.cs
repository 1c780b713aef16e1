using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>What can be chosen in the selects of this room.</summary>
internal sealed class FilterChoices(Texts texts, OfficesSnapshot offices, Catalogue catalogue, DateOnly today)
{
    // The order in which a dispatcher looks for a unit: who usually handles things first.
    private static readonly UnitKind[] _unitOrder =
        [UnitKind.Department, UnitKind.Town, UnitKind.Team, UnitKind.Branch, UnitKind.Window, UnitKind.CampaignOffice, UnitKind.LeadingGroup, UnitKind.County, UnitKind.Village];

    public IEnumerable<SelectListItem> States =>
    [
        new(texts["state.open"], "open"),
        new(texts["state.ended"], "ended"),
        .. Enum.GetValues<MatterState>().Select(s => new SelectListItem(texts.Name(s), Word<MatterState>.Of(s))),
    ];

    public IEnumerable<SelectListItem> Lights => Of<Light>(l => texts.Name(l));

    public IEnumerable<SelectListItem> Traits => Of<Trait>(t => texts.Name(t));

    public IEnumerable<SelectListItem> Kinds => Of<MatterKind>(k => texts.Name(k));

    public IEnumerable<SelectListItem> Channels => Of<Channel>(c => texts.Name(c));

    public IEnumerable<SelectListItem> Outcomes => Of<MatterOutcome>(o => texts.Name(o));

    public IEnumerable<SelectListItem> Whose => Of<Whose>(w => texts.Name(w)).Where(i => i.Value != "anybody");

    /// <summary>Units without villages, of which there are hundreds; one in use that would be missing is added.</summary>
    public IEnumerable<SelectListItem> Units(string? inUse = null) => offices.Units
        .Where(u => u.IsValidOn(today) && (u.Kind != UnitKind.Village || u.Code == inUse))
        .GroupBy(u => u.Kind).OrderBy(g => Array.IndexOf(_unitOrder, g.Key))
        .SelectMany(g => InGroup(texts["matters.unit-kind." + Word<UnitKind>.Of(g.Key)], g.Select(u => (u.Name, u.Code))));

    public IEnumerable<SelectListItem> Towns => offices.Places
        .Where(p => p.Code.Length == 9 && p.IsValidOn(today)).Select(p => new SelectListItem(texts.Show(p.Name), p.Code));

    public IEnumerable<SelectListItem> PlacesOf(string? town) => town is null ? []
        : offices.PlacesWithin(town).Where(p => p.IsValidOn(today)).Select(p => new SelectListItem(texts.Show(p.Name), p.Code));

    /// <summary>Every place with its town as group; the town itself stands first for when the village is not known.</summary>
    public IEnumerable<SelectListItem> Places => offices.Places.Where(p => p.Code.Length == 9 && p.IsValidOn(today))
        .SelectMany(town => InGroup(texts.Show(town.Name), offices.PlacesWithin(town.Code).Where(p => p.IsValidOn(today)).Prepend(town).Select(p => (p.Name, p.Code))));

    public IEnumerable<SelectListItem> Categories => catalogue.Below(null)
        .SelectMany(top => catalogue.Below(top.Code).Any()
            ? InGroup(texts.Show(top.Name), catalogue.Under(top.Code).Select(code => (catalogue.CategoryName(code), code)))
            : [new SelectListItem(texts.Show(top.Name), top.Code)]);

    public IEnumerable<SelectListItem> Drives => catalogue.Drives.Select(d => new SelectListItem(texts.Show(d.Name), d.Code)).Append(new(texts["matters.no-drive"], MatterFilter.None));

    private IEnumerable<SelectListItem> InGroup(string name, IEnumerable<(string Name, string Code)> members)
    {
        var group = new SelectListGroup { Name = name };
        return [.. members.Select(m => new SelectListItem(texts.Show(m.Name), m.Code) { Group = group })];
    }

    private static IEnumerable<SelectListItem> Of<T>(Func<T, string> name)
        where T : struct, Enum => Enum.GetValues<T>().Select(v => new SelectListItem(name(v), Word<T>.Of(v)));
}
