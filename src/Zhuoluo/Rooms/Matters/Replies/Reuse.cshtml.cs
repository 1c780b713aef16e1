using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Replies;

/// <summary>Texts that went to several people, by unit; never by person.</summary>
[Needs(Capability.SeeReuse)]
internal sealed class ReusePage(ReuseQuery query, Offices offices) : PageModel
{
    public const int Days = 180;

    public IReadOnlyList<ReusedText> Texts { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var act = HttpContext.Act();
        var paths = Permissions.PathsOf(act.Who, Capability.SeeReuse);
        IReadOnlyList<long>? units = paths.Contains("/") ? null
            : [.. offices.Current.Units.Where(u => paths.Any(p => u.Path.StartsWith(p, StringComparison.Ordinal))).Select(u => u.Id)];
        Texts = await query.AskAsync(units, act.At.AddDays(-Days), cancel);
    }
}
