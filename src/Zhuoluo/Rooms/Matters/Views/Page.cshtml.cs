using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Views;

/// <summary>The lists one keeps, with their numbers; the list page takes its links with numbers from here when scripts run.</summary>
[Needs(Capability.SeeMatters)]
internal sealed class ViewsPage(ViewsQuery views, ViewsHandler handler, Offices offices, Texts texts) : PageModel
{
    public const string Address = "/matters/views";

    public IReadOnlyList<ViewShown> Views { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Views = await views.CountedAsync(Viewer.Of(HttpContext.Act(), offices.Current), cancel);

    public async Task<IActionResult> OnPostAsync([FromForm] string? name, [FromForm] string? query, [FromForm] bool shared, CancellationToken cancel)
    {
        var filter = FilterAddress.Read(QueryHelpers.ParseQuery(query));
        var outcome = await handler.KeepAsync(new KeepView(name, filter, shared), HttpContext.Act(), cancel);
        TempData.Say(outcome.Match(_ => texts["view.kept", name], texts.Of), outcome.Match(_ => "good", _ => "bad"));
        return LocalRedirect(filter.Href);
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] long id, CancellationToken cancel)
    {
        if ((await handler.RemoveAsync(id, HttpContext.Act(), cancel)).IsRefused(out var refusal, out _))
        {
            return new StatusCodeResult(Refusing.StatusOf(refusal));
        }
        TempData.Say(texts["view.removed"]);
        return LocalRedirect(Address);
    }

    public async Task<IActionResult> OnPostLikeAsync([FromForm] bool dense, [FromForm] string? query, CancellationToken cancel)
    {
        await handler.LikeAsync(dense, HttpContext.Act(), cancel);
        return LocalRedirect((FilterAddress.Read(QueryHelpers.ParseQuery(query)) with { IsDense = false, Page = 1 }).Href);
    }
}
