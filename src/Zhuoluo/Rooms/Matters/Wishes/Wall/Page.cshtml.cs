using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Wishes.Wall;

/// <summary>The wall: what is wished for, what has become of it, and how to give. Nobody who wishes is named.</summary>
[Open]
internal sealed class WishWallPage(WishQuery wishes, DoWishHandler handler, Offices offices, Texts texts) : PageModel
{
    public const int PageSize = 24;

    public WishFigures Figures { get; private set; } = null!;
    public Paged<WallWish> Wishes { get; private set; } = null!;

    /// <summary>Come at least this far.</summary>
    public WishState Reached { get; private set; } = WishState.Open;
    public WishKind? Kind { get; private set; }
    public string? Town { get; private set; }

    /// <summary>Only those that nobody has claimed yet.</summary>
    public bool IsFree { get; private set; }

    /// <summary>The wish whose form of giving is open.</summary>
    public string? Giving { get; private set; }
    public GiveForm Give { get; private set; } = new();

    public IEnumerable<Place> Towns => offices.Current.Places.Where(p => p.Code.Length == 9 && p.IsValidOn(LocalDay.Of(HttpContext.Act().At)));

    public Task OnGetAsync(string? reached, string? kind, string? town, string? free, string? give, [FromQuery(Name = "p")] int page, CancellationToken cancel)
    {
        Giving = give;
        return ShowAsync(reached, kind, town, free is not null, page, cancel);
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Give))] GiveForm give, CancellationToken cancel)
    {
        (Give, Giving) = (give, give.Number);
        await ShowAsync(null, null, null, isFree: true, 1, cancel);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var deed = new WishDeed(give.Number!, WishVerb.Claim) { Contact = new Contact(give.Name, give.Phone, null) };
        // Whoever gives here gives as a person, whatever account is signed in.
        if ((await handler.HandleAsync(deed, HttpContext.Act() with { Who = Actor.Public }, cancel)).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal, nameof(Give));
        }
        TempData.Say(texts["wish.give.done"]);
        return Redirect("/wishes");
    }

    public static string Href(string? reached = null, string? kind = null, string? town = null, bool isFree = false)
    {
        string?[] parts = [reached is null ? null : "reached=" + reached, kind is null ? null : "kind=" + kind, town is null ? null : "town=" + town, isFree ? "free=1" : null];
        return "/wishes?" + string.Join('&', parts.Where(p => p is not null));
    }

    private async Task ShowAsync(string? reached, string? kind, string? town, bool isFree, int page, CancellationToken cancel)
    {
        Reached = Word<WishState>.Read(reached) is { } state and >= WishState.Open and <= WishState.Confirmed ? state : WishState.Open;
        (Kind, Town, IsFree) = (Word<WishKind>.Read(kind), offices.Current.Place(town ?? "")?.Code, isFree);
        Figures = await wishes.CountAsync(HttpContext.Act().At, cancel);
        Wishes = await wishes.WallAsync(Reached, IsFree ? WishState.Open : null, Kind, Town, page, PageSize, cancel);
    }
}
