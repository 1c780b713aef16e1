using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Evaluation.Draws;

/// <summary>A draw with all that is needed to make it again: seed, list, how many. Numbers only; what was said stands nowhere here.</summary>
[Open]
internal sealed class PublicDrawPage(ZhuoluoContext db) : PageModel
{
    public CallDraw Draw { get; private set; } = null!;
    public IEnumerable<string> Picked => DrawOrder.Of(Draw.Seed, Draw.Numbers.Split('\n')).Take(Draw.Picked);

    public async Task<IActionResult> OnGetAsync(int month, CancellationToken cancel)
    {
        if (await db.Set<CallDraw>().FirstOrDefaultAsync(d => d.Month == month, cancel) is not { } draw)
        {
            return NotFound();
        }
        Draw = draw;
        return Page();
    }
}

/// <summary>The list of a draw as text: the seed on the first line, then the numbers.</summary>
internal static class DrawFile
{
    public static void Map(WebApplication app) => app.MapGet("/public/draws/list/{month:int}", async (int month, ZhuoluoContext db, CancellationToken cancel) =>
        await db.Set<CallDraw>().FirstOrDefaultAsync(d => d.Month == month, cancel) is { } draw
            ? Results.Text($"{draw.Seed}\n{draw.Numbers}\n", "text/plain; charset=utf-8")
            : Results.NotFound()).Open();
}
