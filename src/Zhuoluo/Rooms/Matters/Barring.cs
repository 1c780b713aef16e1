using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// Who never sees a matter because it is about them (rules F5.1): everybody who holds a role in the unit it is about, in a unit below
/// that, or in one above it, up to but without the office that has the matter. A role for the whole county changes nothing in that.
/// </summary>
internal static class Barring
{
    public static bool IsBarred(Shield shield, Actor who, OfficesSnapshot offices)
    {
        if (who.PersonId is { } person && shield.TargetPersonId == person)
        {
            return true;
        }
        return shield.TargetUnitId is { } id && offices.Unit(id) is { } target
            && who.Grants.Any(g => g.UnitId is not null && IsInLine(g.UnitPath, target.Path, offices.Unit(shield.SupervisorUnitId)?.Path));
    }

    /// <summary>Whether a role over this path lies in the line of the target. What lies above or below the supervising office is not in it.</summary>
    public static bool IsInLine(string path, string target, string? supervisor) =>
        (Lies(path, under: target) && !(supervisor is not null && Lies(path, under: supervisor)))
        || (Lies(target, under: path) && path != target && !(supervisor is not null && Lies(supervisor, under: path)));

    private static bool Lies(string path, string under) => path.StartsWith(under, StringComparison.Ordinal);
}
