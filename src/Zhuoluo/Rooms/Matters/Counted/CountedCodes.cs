using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Figures;

namespace Zhuoluo.Rooms.Matters.Counted;

/// <summary>Conditions by codes of this room, with what they are called.</summary>
internal static class CountedCodes
{
    public static FigureTrait Drive { get; } = new("drive") { Names = DrivesAsync };

    public static FigureTrait Category { get; } = new("category") { Names = CategoriesAsync };

    private static async Task<IReadOnlyDictionary<string, string>> DrivesAsync(ZhuoluoContext db, IReadOnlyCollection<string>? codes, CancellationToken cancel)
    {
        var drives = db.Set<Drive>().AsNoTracking();
        drives = codes is null ? drives : drives.Where(d => codes.Contains(d.Code));
        return await drives.Select(d => new { d.Code, d.Name }).ToDictionaryAsync(d => d.Code, d => d.Name, cancel);
    }

    private static async Task<IReadOnlyDictionary<string, string>> CategoriesAsync(ZhuoluoContext db, IReadOnlyCollection<string>? codes, CancellationToken cancel)
    {
        var categories = db.Set<Category>().AsNoTracking();
        categories = codes is null ? categories.Where(c => c.ValidTo == null) : categories.Where(c => codes.Contains(c.Code));
        return await categories.Select(c => new { c.Code, c.Name }).ToDictionaryAsync(c => c.Code, c => c.Name, cancel);
    }
}
