using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Matters.OwnReceipts;
using Zhuoluo.Rooms.Matters.Track;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Receipts;

/// <summary>
/// Number and secret code to keep, write down or print. Shown in the browser that sent the matter; in any other one the page says
/// the same for every number, whether it exists or not.
/// </summary>
[Open]
internal sealed class ReceiptPage(TrackQuery query, OwnReceiptsQuery receipts, TrackCookie cookie, Offices offices) : PageModel
{
    public string Number { get; private set; } = "";
    public string? Code { get; private set; }
    public TrackedMatter? Tracked { get; private set; }

    /// <summary>The ledger's receipt of having come in; null for a matter that came in before there were any.</summary>
    public OwnReceipt? Kept { get; private set; }
    public string PlaceName { get; private set; } = "";

    /// <summary>Number and code stand behind the #, which browsers do not send.</summary>
    public string TrackAddress => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/track#{Number}.{Code}";

    public async Task OnGetAsync(string number, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        Number = number;
        if (cookie.Read(HttpContext) is { } kept && kept.Number == number
            && !(await query.FindAsync(kept.Number, kept.Code, HttpContext.Address(), HttpContext.Act().At, cancel)).IsRefused(out _, out var tracked))
        {
            (Tracked, Code) = (tracked, kept.Code);
            Kept = (await receipts.OfAsync(tracked.Matter, cancel)).FirstOrDefault(r => r.Opens);
            PlaceName = offices.Current.Place(tracked.Matter.PlaceCode)?.Name ?? "";
        }
    }

    /// <summary>In groups that can be read out: ABCDE FGHJK.</summary>
    public string Spelled => Code is { } code ? string.Join(' ', code.Chunk(5).Select(c => new string(c))) : "";
}
