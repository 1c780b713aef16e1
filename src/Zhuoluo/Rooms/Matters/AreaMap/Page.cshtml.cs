using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Charts;

namespace Zhuoluo.Rooms.Matters.AreaMap;

/// <summary>
/// The list as a map: how many of the filter's matters each town has, drawn on the county's own outlines. Confidential matters are never on it, so that
/// no small number on a map tells of one.
/// </summary>
[Needs(Capability.SeeMatters)]
internal sealed class MapPage(ZhuoluoContext db, MatterListQuery list, Offices offices, Texts texts) : PageModel
{
    public const string Address = "/matters/map";

    public MatterFilter Filter { get; private set; } = MatterFilter.All;
    public IReadOnlyList<FilterChip> Chips { get; private set; } = [];
    public MapFile? Map { get; private set; }
    public IReadOnlyList<(Place Town, long Count, MatterFilter Filter)> Towns { get; private set; } = [];
    public IHtmlContent Picture { get; private set; } = HtmlString.Empty;
    public bool MayUpload => HttpContext.May(Capability.ManageOrganisation);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        var catalogue = await Catalogue.LoadAsync(db, cancel);
        Filter = FilterAddress.Read(Request.Query) with { IsConfidential = false, Page = 1 };
        Chips = FilterChip.Of(Filter with { IsConfidential = null }, texts, viewer.Offices, catalogue);
        var counts = await list.PerTownAsync(Filter, viewer, catalogue, cancel);
        Towns =
        [
            .. viewer.Offices.Places.Where(p => p.Code.Length == 9 && (p.IsValidOn(viewer.Today) || counts.ContainsKey(p.Code)))
                .Select(p => (p, counts.GetValueOrDefault(p.Code), Filter with { Town = p.Code })),
        ];
        Map = await db.Set<MapFile>().SingleOrDefaultAsync(m => m.Id == MapFile.TheOne, cancel);
        if (Map is not null && !GeoShapes.Read(Map.GeoJson).IsRefused(out _, out var shapes))
        {
            var byCode = Towns.ToDictionary(t => t.Town.Code, StringComparer.Ordinal);
            Picture = SvgMap.Draw(texts["map.title"], [.. shapes.Select(s => KeepMapHandler.TownOf(s, viewer.Offices) is { } town && byCode.TryGetValue(town.Code, out var counted)
                ? new Area(texts.Show(town.Name), s.Rings, counted.Count, counted.Filter.Href)
                : new Area(texts.Show(s.Name), s.Rings, 0, null))]);
        }
    }
}
