using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Wishes.Desk;

/// <summary>The wishes as staff see them: what waits for an editor, what is free, what is promised and late.</summary>
[Needs(Capability.SeeWishes)]
internal sealed class WishDeskPage(WishQuery wishes) : PageModel
{
    public const int PageSize = 25;

    public WishFigures Figures { get; private set; } = null!;
    public Paged<Wish> Wishes { get; private set; } = null!;
    public WishState? State { get; private set; }
    public bool IsLate { get; private set; }
    public DateTimeOffset Now { get; private set; }

    public async Task OnGetAsync(string? state, string? late, [FromQuery(Name = "p")] int page, CancellationToken cancel)
    {
        (State, IsLate, Now) = (Word<WishState>.Read(state), late is not null, HttpContext.Act().At);
        Figures = await wishes.CountAsync(Now, cancel);
        Wishes = await wishes.DeskAsync(State, IsLate, Now, page, PageSize, cancel);
    }
}
