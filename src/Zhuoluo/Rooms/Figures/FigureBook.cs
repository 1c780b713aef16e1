using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Figures;

/// <summary>All definitions that hold in this house now: those shipped for everywhere and for its place, and the office's own, which go before.</summary>
internal sealed class FigureBook(Offices offices, FigureSources sources)
{
    public async Task<FigureShelf> ReadAsync(ZhuoluoContext db, CancellationToken cancel)
    {
        var places = offices.Current.Places.Where(p => p.Code.Length == 6).Select(p => p.Code).ToHashSet();
        var own = (await db.Set<OwnFigure>().AsNoTracking().OrderBy(f => f.Key).ThenBy(f => f.Version).ToListAsync(cancel))
            .GroupBy(f => f.Key).Select(g => FigureJson.Read<FigureDefinition>(g.Last().Definition)).ToList();
        var taken = own.Select(d => d.Key).ToHashSet();
        return new FigureShelf(await WeighedAsync(db, [.. ShippedFigures.All.Where(d => (d.Place is null || places.Contains(d.Place)) && !taken.Contains(d.Key)), .. own], cancel));
    }

    /// <summary>With the weights by which their amounts are added up; a query for each kind of weights.</summary>
    public async Task<IReadOnlyList<FigureDefinition>> WeighedAsync(ZhuoluoContext db, IReadOnlyList<FigureDefinition> definitions, CancellationToken cancel)
    {
        Dictionary<VersionsOfWeights, IReadOnlyList<FigureWeights>> read = [];
        List<FigureDefinition> weighed = [];
        foreach (var one in definitions)
        {
            if (one.Amount is null || sources.Find(one.Source)?.Amounts.FirstOrDefault(a => a.Name == one.Amount)?.Weights is not { } versions)
            {
                weighed.Add(one);
                continue;
            }
            if (!read.TryGetValue(versions, out var weights))
            {
                read[versions] = weights = await versions(db, cancel);
            }
            weighed.Add(one with { Weights = weights });
        }
        return weighed;
    }
}

/// <summary>The definitions, read once for a request.</summary>
internal sealed class FigureShelf(IReadOnlyList<FigureDefinition> all)
{
    private readonly Dictionary<string, FigureDefinition> _byKey = all.ToDictionary(d => d.Key);

    /// <summary>Withdrawn ones too.</summary>
    public IReadOnlyList<FigureDefinition> All => all;

    public IReadOnlyList<FigureDefinition> Offered { get; } = [.. all.Where(d => !d.IsWithdrawn)];

    public FigureDefinition? Find(string? key) => key is null ? null : _byKey.GetValueOrDefault(key);

    /// <summary>The one and all of which it is made, itself first, without repeats.</summary>
    public IReadOnlyList<FigureDefinition> With(FigureDefinition definition)
    {
        List<FigureDefinition> found = [definition];
        for (var i = 0; i < found.Count; i++)
        {
            var one = found[i];
            var made = one.Excluded is { } excluded ? one.Of.Append(excluded) : one.Of;
            found.AddRange(made.Select(Find).OfType<FigureDefinition>().Where(d => found.All(f => f.Key != d.Key)).ToList());
        }
        return found;
    }
}
