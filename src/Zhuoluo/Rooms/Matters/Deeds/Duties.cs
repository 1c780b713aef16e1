using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>
/// The duty list of towns and villages (rules A2.20): the usual units of a topic. A town or village is not made to lead what the
/// list gives to departments only; it may always help. A topic without a list binds nobody.
/// </summary>
internal static class Duties
{
    public static bool MayLead(Unit unit, Category? topic, OfficesSnapshot offices)
    {
        var word = unit.Kind switch { UnitKind.Town => "(town)", UnitKind.Village => "(village)", _ => null };
        if (word is null || string.IsNullOrWhiteSpace(topic?.UsualUnits))
        {
            return true;
        }
        var usual = topic.UsualUnits.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return usual.Any(u => u == word || u == unit.Code || u == unit.Name || offices.AliasesOf(unit).Contains(u));
    }
}
