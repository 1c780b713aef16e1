using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Rooms.Disclosure.ListProgrammes;

/// <summary>The published lists of promises and how they stand (rules B5.2).</summary>
[Open]
internal sealed class PublicProgrammesPage(ProgrammesQuery programmes, Offices offices) : PageModel
{
    public IReadOnlyList<(Programme Programme, ProjectSum Sum)> Lists { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var sums = await programmes.SumsAsync(cancel);
        Lists = [.. (await programmes.AllAsync(cancel)).Where(p => p.IsPublic).Select(p => (p, sums.GetValueOrDefault(p.Id) ?? ProjectSum.None))];
    }
}
