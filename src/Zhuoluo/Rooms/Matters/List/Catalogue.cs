using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>The categories and drives, for names and for what lies below a category. Two small queries, however long the list.</summary>
internal sealed class Catalogue(IReadOnlyList<Category> categories, IReadOnlyList<Drive> drives)
{
    private readonly Dictionary<string, Category> _byCode = categories.ToDictionary(c => c.Code, StringComparer.Ordinal);
    private readonly ILookup<string, Category> _below = categories.ToLookup(c => c.ParentCode ?? "", StringComparer.Ordinal);

    public IReadOnlyList<Category> Categories { get; } = [.. categories.OrderBy(c => c.Code, StringComparer.Ordinal)];

    public IReadOnlyList<Drive> Drives { get; } = [.. drives.OrderByDescending(d => d.From).ThenBy(d => d.Code, StringComparer.Ordinal)];

    /// <summary>Equal where all that is shown of categories and drives is.</summary>
    public string Print { get; } = string.Join('\n', categories.Select(c => $"{c.Code}|{c.Name}|{c.ParentCode}").Concat(drives.Select(d => $"{d.Code}|{d.Name}|{d.From:O}")));

    public static async Task<Catalogue> LoadAsync(ZhuoluoContext db, CancellationToken cancel) =>
        new(await db.Set<Category>().ToListAsync(cancel), await db.Set<Drive>().ToListAsync(cancel));

    /// <summary>The same, kept until something is committed.</summary>
    public static ValueTask<Catalogue> LoadAsync(ZhuoluoContext db, Kept kept, CancellationToken cancel) => kept.GetAsync("catalogue", () => LoadAsync(db, cancel), cancel);

    public Category? Category(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    public string CategoryName(string? code) => Category(code)?.Name ?? code ?? "";

    public Drive? Drive(string? code) => Drives.FirstOrDefault(d => d.Code == code);

    public Drive? Drive(long? id) => Drives.FirstOrDefault(d => d.Id == id);

    public IEnumerable<Category> Below(string? code) => _below[code ?? ""];

    /// <summary>The category itself and everything below it.</summary>
    public IReadOnlyList<string> Under(string code)
    {
        List<string> found = [code];
        for (var i = 0; i < found.Count; i++)
        {
            // A circle in the data must not become one here.
            found.AddRange(_below[found[i]].Select(c => c.Code).Where(c => !found.Contains(c)));
        }
        return found;
    }
}
