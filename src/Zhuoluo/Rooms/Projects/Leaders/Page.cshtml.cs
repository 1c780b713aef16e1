using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Leaders;

/// <summary>Leaders and what they lead; those with nothing are named.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class LeadersPage(LeadersQuery query) : PageModel
{
    public IReadOnlyList<LeaderLine> Leaders { get; private set; } = [];
    public IReadOnlyList<string> WithNone { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Leaders = await query.AllAsync(cancel);
        WithNone = await query.WithNoneAsync(Leaders, HttpContext.Today(), cancel);
    }
}
