using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.ListPrint;

/// <summary>The list on paper: the same records as on the screen, from the first on.</summary>
[Needs(Capability.SeeMatters)]
internal sealed class ListPrintPage(MatterListQuery list, ZhuoluoContext db, Offices offices, Texts texts) : PageModel
{
    /// <summary>Some ten sheets; whoever needs more takes the file.</summary>
    public const int Most = 200;

    public MatterFilter Filter { get; private set; } = MatterFilter.All;
    public IReadOnlyList<FilterChip> Chips { get; private set; } = [];
    public RowsShown Shown { get; private set; } = null!;
    public long Total { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        var catalogue = await Catalogue.LoadAsync(db, cancel);
        Filter = FilterAddress.Read(Request.Query);
        Total = await list.CountAsync(Filter, viewer, catalogue, cancel);
        Shown = new RowsShown(await list.FirstAsync(Filter, Most, viewer, catalogue, cancel), viewer, catalogue) { IsDense = true, Columns = ListColumns.Read(Filter.Columns) };
        Chips = FilterChip.Of(Filter, texts, viewer.Offices, catalogue);
    }
}
