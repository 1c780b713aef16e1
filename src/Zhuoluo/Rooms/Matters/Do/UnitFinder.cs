using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Do;

/// <summary>Finds the unit somebody means, and those that usually handle a topic.</summary>
internal static class UnitFinder
{
    private const int MostSuggested = 8;

    /// <summary>By code, name or other name exactly; else the one whose name contains the words; null when none or several do.</summary>
    public static Unit? Find(OfficesSnapshot offices, string words, DateOnly today)
    {
        var asked = words.Trim();
        if (offices.UnitByCode(asked) is { } byCode)
        {
            return byCode;
        }
        return offices.UnitsNamed(asked) is [var exact] ? exact : Like(offices, asked, today) is [var only] ? only : null;
    }

    /// <summary>Units whose name or other name contains the words.</summary>
    public static IReadOnlyList<Unit> Like(OfficesSnapshot offices, string words, DateOnly today) =>
    [
        .. offices.Units.Where(u => u.IsValidOn(today)
            && (u.Name.Contains(words, StringComparison.Ordinal) || offices.AliasesOf(u).Any(a => a.Contains(words, StringComparison.Ordinal))))
            .Take(MostSuggested),
    ];

    /// <summary>The units that the category names, with "(town)" and "(village)" read for the matter's place; a category without any asks its parent.</summary>
    public static IReadOnlyList<Unit> Usual(OfficesSnapshot offices, Category? category, Func<string, Category?> parents, string placeCode, DateOnly today)
    {
        var asked = category;
        while (asked is { UsualUnits: "", ParentCode: { } parent })
        {
            asked = parents(parent);
        }
        var units = (asked?.UsualUnits ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => word switch
        {
            "(town)" => offices.TownOf(placeCode) is { } town ? offices.UnitOfPlace(town.Code) : null,
            "(village)" => offices.UnitOfPlace(placeCode),
            _ => offices.UnitByCode(word) ?? (offices.UnitsNamed(word) is [var named] ? named : null),
        });
        return [.. units.OfType<Unit>().Where(u => u.IsValidOn(today)).DistinctBy(u => u.Id).Take(MostSuggested)];
    }
}
