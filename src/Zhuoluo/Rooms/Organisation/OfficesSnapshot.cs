using System.Collections.Frozen;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>All units and places at one version of the room, indexed and immutable. Looking things up here costs no query.</summary>
internal sealed record OfficesSnapshot
{
    private readonly FrozenDictionary<long, Unit> _units;
    private readonly FrozenDictionary<string, Unit> _unitsByCode;
    private readonly ILookup<string, Unit> _unitsByName;
    private readonly ILookup<long, Unit> _children;
    private readonly FrozenDictionary<string, Place> _places;
    private readonly ILookup<string, Place> _placesByName;
    private readonly ILookup<string, Place> _placesWithin;
    private readonly ILookup<long, string> _unitAliases;
    private readonly ILookup<string, string> _placeAliases;

    public OfficesSnapshot(
        long version, IReadOnlyList<Unit> units, IReadOnlyList<UnitAlias> unitAliases, IReadOnlyList<Place> places, IReadOnlyList<PlaceAlias> placeAliases)
    {
        Version = version;
        Units = [.. units.OrderBy(u => u.Code, StringComparer.Ordinal)];
        Places = [.. places.OrderBy(p => p.Code, StringComparer.Ordinal)];
        _units = Units.ToFrozenDictionary(u => u.Id);
        _unitsByCode = Units.ToFrozenDictionary(u => u.Code, StringComparer.Ordinal);
        _unitAliases = unitAliases.ToLookup(a => a.UnitId, a => a.Name);
        _unitsByName = Units.SelectMany(u => _unitAliases[u.Id].Append(u.Name).Distinct().Select(name => (name, u)))
            .ToLookup(x => x.name, x => x.u, StringComparer.Ordinal);
        _children = Units.ToLookup(u => u.ParentId ?? 0);
        _places = Places.ToFrozenDictionary(p => p.Code, StringComparer.Ordinal);
        _placeAliases = placeAliases.ToLookup(a => a.PlaceCode, a => a.Name, StringComparer.Ordinal);
        _placesByName = Places.SelectMany(p => _placeAliases[p.Code].Append(p.Name).Distinct().Select(name => (name, p)))
            .ToLookup(x => x.name, x => x.p, StringComparer.Ordinal);
        _placesWithin = Places.ToLookup(p => p.ParentCode ?? "", StringComparer.Ordinal);
    }

    public long Version { get; }

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<Unit> Units { get; }

    public IReadOnlyList<Place> Places { get; }

    public Unit? Unit(long id) => _units.GetValueOrDefault(id);

    public Unit? UnitByCode(string code) => _unitsByCode.GetValueOrDefault(code);

    /// <summary>By name or alias, exactly as written. More than one means that the word is ambiguous.</summary>
    public IReadOnlyList<Unit> UnitsNamed(string name) => [.. _unitsByName[name]];

    public IEnumerable<string> AliasesOf(Unit unit) => _unitAliases[unit.Id];

    /// <summary>Directly below; the tops when <paramref name="parent"/> is null.</summary>
    public IEnumerable<Unit> Children(Unit? parent) => _children[parent?.Id ?? 0];

    /// <summary>The unit itself and all below it.</summary>
    public IEnumerable<Unit> Subtree(Unit top) => Units.Where(u => u.IsUnder(top));

    /// <summary>From the top down, without the unit itself.</summary>
    public IReadOnlyList<Unit> Above(Unit unit)
    {
        var chain = new List<Unit>();
        for (var up = unit.ParentId; up is { } id && _units.TryGetValue(id, out var parent); up = parent.ParentId)
        {
            chain.Insert(0, parent);
        }
        return chain;
    }

    /// <summary>Whether the house is one of this county or city, by code or name.</summary>
    public bool IsOf(string place) => Places.Any(p => p.Code.Length == 6 && (p.Code == place || p.Name == place));

    public Place? Place(string code) => _places.GetValueOrDefault(code);

    /// <summary>By name or alias, exactly as written; give the town to tell villages of one name apart.</summary>
    public IReadOnlyList<Place> PlacesNamed(string name, string? within = null) =>
        [.. _placesByName[name].Where(p => within is null || p.Code.StartsWith(within, StringComparison.Ordinal))];

    public IEnumerable<string> AliasesOf(Place place) => _placeAliases[place.Code];

    /// <summary>Directly within: the towns of a county, the villages of a town.</summary>
    public IEnumerable<Place> PlacesWithin(string code) => _placesWithin[code];

    public IEnumerable<Place> Towns(string countyCode) => _placesWithin[countyCode];

    /// <summary>The place that stands for this code on that day: itself, or what followed it (C2.5); null when it ended without successor.</summary>
    public Place? PlaceOn(string code, DateOnly day)
    {
        // A chain longer than this is a circle.
        for (var step = 0; step < 16 && _places.TryGetValue(code, out var place); step++)
        {
            if (place.ValidTo is not { } last || day <= last)
            {
                return place;
            }
            if (place.SuccessorCode is not { } next)
            {
                return null;
            }
            code = next;
        }
        return null;
    }

    /// <summary>The town a place lies in: itself, the town above, or null for a county.</summary>
    public Place? TownOf(string placeCode) => placeCode.Length >= 9 ? Place(placeCode[..9]) : null;

    /// <summary>The unit that belongs to a place, such as a town's government: the one with its code.</summary>
    public Unit? UnitOfPlace(string placeCode) => UnitByCode(placeCode);
}
