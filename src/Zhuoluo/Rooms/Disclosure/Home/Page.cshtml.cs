using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Disclosure.ListMatters;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Disclosure.Home;

/// <summary>The front door: say something, follow it, see what came of others'.</summary>
[Open]
internal sealed class HomePage(ZhuoluoContext db, Offices offices, ListQuery list, PublicCount counts) : PageModel
{
    private const int Newest = 4;

    public Lookup Lookup { get; private set; } = null!;
    public IReadOnlyList<PublicRow> Rows { get; private set; } = [];
    public IReadOnlyList<(string Label, PublicFilter Filter, long Count)> Numbers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (HttpContext.Actor().PersonId is not null)
        {
            return LocalRedirect(Doors.StaffHome);
        }
        Lookup = await Lookup.LoadAsync(db, offices, HttpContext.Act().At, cancel);
        Rows = await list.NewestAsync(db.ShownMatters(), Newest, cancel);
        (string Label, PublicFilter Filter)[] asked =
        [
            ("pub.number.received", PublicFilter.All),
            ("pub.number.closed", PublicFilter.All with { State = Word.Of(MatterState.Closed) }),
            ("pub.number.solved", PublicFilter.All with { Outcome = MatterOutcome.Solved }),
            ("pub.number.late", PublicFilter.All with { IsLate = true }),
        ];
        var numbers = new List<(string, PublicFilter, long)>();
        foreach (var (label, filter) in asked)
        {
            numbers.Add((label, filter, await counts.CountAsync(filter, Lookup, cancel)));
        }
        Numbers = numbers;
        return Page();
    }
}
