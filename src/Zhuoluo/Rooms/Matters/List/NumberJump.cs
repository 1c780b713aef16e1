using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>From a number that somebody typed straight to its matter. Only to one that the viewer may see: otherwise the list is empty, as for a number that never was.</summary>
internal static class NumberJump
{
    public static async Task<string?> ToAsync(string typed, Viewer viewer, ZhuoluoContext db, CancellationToken cancel)
    {
        var number = Fold.ForSearch(typed);
        return MatterNumbers.IsOne(number) && await viewer.Sight.Seen(db).AnyAsync(m => m.Number == number, cancel) ? "/matters/" + number : null;
    }
}
