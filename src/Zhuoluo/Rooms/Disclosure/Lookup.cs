using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure;

/// <summary>Names for codes: units and places from memory, categories and drives by two small queries.</summary>
internal sealed class Lookup(OfficesSnapshot offices, IReadOnlyList<Category> categories, IReadOnlyList<Drive> drives, DateTimeOffset now)
{
    private readonly Dictionary<string, Category> _categories = categories.ToDictionary(c => c.Code, StringComparer.Ordinal);

    public OfficesSnapshot Offices => offices;
    public IReadOnlyList<Category> Categories => categories;
    public IReadOnlyList<Drive> Drives => drives;

    /// <summary>The instant of the question: what is late is late now.</summary>
    public DateTimeOffset Now => now;

    public static async Task<Lookup> LoadAsync(ZhuoluoContext db, Offices offices, DateTimeOffset now, CancellationToken cancel) => new(
        offices.Current,
        await db.Set<Category>().OrderBy(c => c.Code).ToListAsync(cancel),
        await db.Set<Drive>().OrderByDescending(d => d.From).ThenBy(d => d.Code).ToListAsync(cancel),
        now);

    public string? UnitName(long? id) => id is { } known ? offices.Unit(known)?.Name : null;

    public string? UnitCode(long? id) => id is { } known ? offices.Unit(known)?.Code : null;

    public string PlaceName(string code) => offices.Place(code)?.Name ?? code;

    public string? CategoryName(string? code) => code is null ? null : _categories.GetValueOrDefault(code)?.Name ?? code;

    public Drive? Drive(string? code) => drives.FirstOrDefault(d => d.Code == code);

    /// <summary>The category and everything below it.</summary>
    public IReadOnlyList<string> Under(string code)
    {
        List<string> found = [code];
        for (var i = 0; i < found.Count; i++)
        {
            // A circle in the data must not become one here.
            found.AddRange(categories.Where(c => c.ParentCode == found[i] && !found.Contains(c.Code)).Select(c => c.Code));
        }
        return found;
    }
}
