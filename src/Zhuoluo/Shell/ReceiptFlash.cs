using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Zhuoluo.Foundation;

namespace Zhuoluo.Shell;

/// <summary>After the handler of any page: what it wrote is carried to the page that answers, which links the receipts beside what was done.</summary>
internal sealed class ReceiptFlash : IAsyncPageFilter
{
    /// <summary>More links than this say nothing to a reader.</summary>
    private const int MostShown = 3;
    private const string Key = "flash.receipts";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await next();
        if (context.HttpContext.Features.Get<Trail>() is { Entries: { Count: > 0 } entries } && context.HandlerInstance is PageModel page)
        {
            page.TempData[Key] = string.Join(' ', entries.Where(e => !IsOfTheSession(e.Kind)).Take(MostShown).Select(e => e.Id));
        }
    }

    /// <summary>The entries of what was done on the page before this one.</summary>
    public static IReadOnlyList<string> Read(ITempDataDictionary carried) =>
        carried[Key] is string ids ? ids.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    // To come and to go is written down too, but nobody did something to anything.
    private static bool IsOfTheSession(string kind) => kind.StartsWith("staff.", StringComparison.Ordinal);
}
