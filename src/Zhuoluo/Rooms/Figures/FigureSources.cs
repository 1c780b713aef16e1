using System.Collections.Frozen;

namespace Zhuoluo.Rooms.Figures;

/// <summary>Everything that rooms have declared countable.</summary>
internal sealed class FigureSources(IEnumerable<IFigureSource> declared)
{
    private readonly FrozenDictionary<string, IFigureSource> _byKey = declared.ToFrozenDictionary(s => s.Key);

    public IReadOnlyList<IFigureSource> All => [.. _byKey.Values.OrderBy(s => s.Key, StringComparer.Ordinal)];

    public IFigureSource? Find(string? key) => key is null ? null : _byKey.GetValueOrDefault(key);

    public FigureTrait? Trait(FigureDefinition definition, string name) => Find(definition.Source)?.Traits.FirstOrDefault(t => t.Name == name);

    public IFigureSource Of(FigureDefinition definition) =>
        Find(definition.Source) ?? throw new InvalidOperationException($"The figure {definition.Key} counts {definition.Source}, which no room declares.");
}
