using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Windows.Codes;

/// <summary>The codes on paper, six on an A4 page: each with its window's name and what to do. The tokens are made here and kept nowhere.</summary>
[Needs(Capability.ManageWindowCodes)]
internal sealed class WindowSheetPage(WindowList list, Vault vault) : PageModel
{
    public IReadOnlyList<(WindowShown Window, string Address)> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long? unit, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        var windows = await list.ReadAsync(LocalDay.Of(HttpContext.Act().At), cancel);
        Codes = [.. windows.Where(w => w.Code is not null && (unit is null || w.Window.Id == unit)).Select(w => (w, AddressOf(w.Code!)))];
        return unit is not null && Codes.Count == 0 ? NotFound() : Page();
    }

    private string AddressOf(WindowCode code) => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/w/{WindowTokens.Of(vault, code.Id)}";
}
