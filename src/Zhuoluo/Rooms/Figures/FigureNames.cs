using System.Collections.Frozen;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Figures;

/// <summary>What the codes in conditions are called: drives, lists, categories, plans. One query a kind of code, however many figures ask.</summary>
internal sealed class FigureNames
{
    private readonly FrozenDictionary<NamesOfCodes, IReadOnlyDictionary<string, string>> _found;

    private FigureNames(Dictionary<NamesOfCodes, IReadOnlyDictionary<string, string>> found) => _found = found.ToFrozenDictionary();

    public static FigureNames None { get; } = new([]);

    /// <summary>Of the codes that these definitions ask for.</summary>
    public static Task<FigureNames> ReadAsync(ZhuoluoContext db, FigureSources sources, IEnumerable<FigureDefinition> figures, CancellationToken cancel) => ReadAsync(
        db,
        figures.SelectMany(f => f.Where.Select(w => (sources.Trait(f, w.Key)?.Names, w.Value))).Where(w => w.Names is not null)
            .GroupBy(w => w.Names!, w => w.Value).ToDictionary(g => g.Key, g => (IReadOnlyCollection<string>?)g.ToHashSet()),
        cancel);

    /// <summary>Of all codes that can be asked for now.</summary>
    public static Task<FigureNames> AllAsync(ZhuoluoContext db, FigureSources sources, CancellationToken cancel) =>
        ReadAsync(db, sources.All.SelectMany(s => s.Traits).Select(t => t.Names).OfType<NamesOfCodes>().Distinct().ToDictionary(n => n, _ => (IReadOnlyCollection<string>?)null), cancel);

    /// <summary>All that were read, by code.</summary>
    public IEnumerable<(string Code, string Name)> Of(FigureTrait trait) => trait.Names is { } names && _found.TryGetValue(names, out var found) ? found.Select(f => (f.Key, f.Value)) : [];

    /// <summary>Null where there is none.</summary>
    public string? Of(FigureTrait? trait, string code) => trait?.Names is { } names ? _found.GetValueOrDefault(names)?.GetValueOrDefault(code) : null;

    private static async Task<FigureNames> ReadAsync(ZhuoluoContext db, IReadOnlyDictionary<NamesOfCodes, IReadOnlyCollection<string>?> wanted, CancellationToken cancel)
    {
        Dictionary<NamesOfCodes, IReadOnlyDictionary<string, string>> found = [];
        foreach (var (names, codes) in wanted)
        {
            found[names] = await names(db, codes, cancel);
        }
        return found.Count == 0 ? None : new(found);
    }
}
