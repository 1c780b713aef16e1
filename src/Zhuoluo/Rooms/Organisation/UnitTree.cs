namespace Zhuoluo.Rooms.Organisation;

/// <summary>Who stands under whom, as paths. Pure.</summary>
internal static class UnitTree
{
    /// <summary>Whether putting the unit under that parent would make a circle.</summary>
    public static bool MakesCircle(long unitId, long? parentId, Func<long, Unit?> find)
    {
        for (var up = parentId; up is { } id; up = find(id)?.ParentId)
        {
            if (id == unitId)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The path each unit should have by its parents.</summary>
    public static Dictionary<long, string> Paths(IReadOnlyDictionary<long, Unit> units)
    {
        var paths = new Dictionary<long, string>(units.Count);
        foreach (var unit in units.Values)
        {
            PathOf(unit);
        }
        return paths;

        string PathOf(Unit unit)
        {
            if (!paths.TryGetValue(unit.Id, out var path))
            {
                var above = unit.ParentId is { } parent ? PathOf(units[parent]) : "/";
                path = paths[unit.Id] = $"{above}{unit.Id}/";
            }
            return path;
        }
    }
}
