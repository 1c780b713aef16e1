using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Windows.Codes;

/// <summary>Which windows have a code; makes those that are missing and replaces one that was lost or abused.</summary>
[Needs(Capability.ManageWindowCodes)]
internal sealed class WindowCodesPage(WindowList list, IssueWindowCodesHandler handler, Texts texts) : PageModel
{
    public IReadOnlyList<WindowShown> Windows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Windows = await list.ReadAsync(LocalDay.Of(HttpContext.Act().At), cancel);

    public async Task<IActionResult> OnPostMissingAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        return await IssueAsync([.. Windows.Where(w => w.Code is null).Select(w => w.Window.Id).Take(IssueWindowCodes.Most)], cancel);
    }

    public async Task<IActionResult> OnPostRotateAsync(long id, CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        return await IssueAsync([id], cancel);
    }

    private async Task<IActionResult> IssueAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        if ((await handler.HandleAsync(new IssueWindowCodes(ids), HttpContext.Act(), cancel)).IsRefused(out var refusal, out var made))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["safe.windows.issued", made.Count]);
        return Redirect("/windows/codes");
    }
}
