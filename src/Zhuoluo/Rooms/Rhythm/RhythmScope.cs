using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>For which units somebody has something to do: their own; all for who keeps the beat.</summary>
internal static class RhythmScope
{
    /// <summary>Null for all; ids otherwise, none for who only reads.</summary>
    public static IReadOnlyList<long>? UnitsOf(Actor who, OfficesSnapshot offices)
    {
        if (Permissions.May(who, Capability.ManageRhythm))
        {
            return null;
        }
        var paths = Permissions.PathsOf(who, Capability.HandleRhythm);
        return [.. offices.Units.Where(u => paths.Any(p => u.Path.StartsWith(p, StringComparison.Ordinal))).Select(u => u.Id)];
    }
}
