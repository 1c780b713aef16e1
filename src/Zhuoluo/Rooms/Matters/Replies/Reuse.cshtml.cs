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
        Texts = await query.AskAsync(UnitsOf(act.Who, offices.Current), act.At.AddDays(-Days), cancel);
    }

    /// <summary>The units whose texts somebody may see; null for all.</summary>
    public static IReadOnlyList<long>? UnitsOf(Foundation.Actor who, OfficesSnapshot offices)
    {
        var paths = Permissions.PathsOf(who, Capability.SeeReuse);
        return paths.Contains("/") ? null : [.. offices.Units.Where(u => paths.Any(p => u.Path.StartsWith(p, StringComparison.Ordinal))).Select(u => u.Id)];
    }
}
