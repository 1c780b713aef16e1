using Zhuoluo.Foundation;

namespace Zhuoluo.Shell.Api;

/// <summary>
/// What a request wrote is answered with where its receipts are: <c>Link: &lt;/ledger/receipts/{event}&gt;; rel="receipt"</c>, one for each entry.
/// No slice says so itself; the writer notes what it committed.
/// </summary>
internal static class ReceiptLinks
{
    public const string Relation = "receipt";

    /// <summary>Public, without openings: whoever has the address of an entry has no more than what the ledger shows everybody.</summary>
    public static string AddressOf(string eventId) => "/ledger/receipts/" + eventId;

    /// <summary>The page that says in plain words what such a receipt proves.</summary>
    public static string PageOf(string eventId) => "/ledger/check?entry=" + eventId;

    /// <summary>The trail of this request; null for one that only reads.</summary>
    public static Trail? Trail(this HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return null;
        }
        if (context.Features.Get<Trail>() is { } begun)
        {
            return begun;
        }
        var trail = new Trail();
        context.Features.Set(trail);
        context.Response.OnStarting(TellAsync, context);
        return trail;
    }

    private static Task TellAsync(object state)
    {
        var context = (HttpContext)state;
        foreach (var entry in context.Features.Get<Trail>()!.Entries)
        {
            context.Response.Headers.Append("Link", $"<{AddressOf(entry.Id)}>; rel=\"{Relation}\"");
        }
        return Task.CompletedTask;
    }
}
