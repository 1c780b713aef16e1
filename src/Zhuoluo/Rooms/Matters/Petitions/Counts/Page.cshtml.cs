using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Matters.Petitions.ListPetitions;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Petitions.Counts;

/// <summary>Counts of petitions, each opening its records, each rate with what it is out of.</summary>
[Needs(Capability.SeeMatters)]
internal sealed class PetitionCountsPage(PetitionCounts counts, Offices offices, Texts texts) : PageModel
{
    public int? Year { get; private set; }
    public int ThisYear { get; private set; }
    public IReadOnlyList<(string Title, IReadOnlyList<CountLine> Lines)> Tables { get; private set; } = [];
    public CountLine All { get; private set; } = null!;
    public CountLine Hard { get; private set; } = null!;
    public CountLine Listed { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        ThisYear = viewer.Today.Year;
        Year = PetitionFilter.Read(Request.Query).Year;
        var table = await counts.ReadAsync(Year, viewer, cancel);
        (All, Hard, Listed) = (table.All(texts["petition.count.all"]), table.Hard(texts["petition.count.hard"]), table.ListedFromAbove(texts["petition.count.listed"]));
        Tables =
        [
            ("petition.count.named", [All, Hard, Listed]),
            ("petition.level", table.ByLevel(l => texts[l.Key().Key])),
            ("petition.sort", table.BySort(s => s is { } set ? texts[set.Key().Key] : texts["petition.unsorted"])),
            ("petition.route", table.ByRoute(r => texts[r.Key().Key])),
            ("petition.form", table.ByForm(f => texts[f.Key().Key])),
        ];
    }
}
