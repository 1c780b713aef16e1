using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// Who may know which matter a rating came from, and so whose it is (rules A7.6): who calls people back and who audits. Everybody else who
/// sees the matter learns of a bad one only, because it has to be put right.
/// </summary>
internal static class RatingSight
{
    public static bool SeesAll(Actor who) => Permissions.May(who, Capability.CallBack) || who.Holds(Role.Auditor);

    public static bool Sees(Actor who, int? grade) => grade < MatterTraits.WorstGoodGrade || SeesAll(who);
}
