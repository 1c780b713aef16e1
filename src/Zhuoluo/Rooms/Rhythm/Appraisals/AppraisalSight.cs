using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Rhythm.Appraisals;

/// <summary>Who sees whose results: who keeps sheets and who only reads all of them, a unit its own. Drafts are for keepers.</summary>
internal static class AppraisalSight
{
    /// <summary>Null for all units.</summary>
    public static IReadOnlyList<long>? UnitsOf(Actor who, OfficesSnapshot offices) =>
        !Permissions.May(who, Capability.KeepAppraisals) && Permissions.PathsOf(who, Capability.HandleRhythm) is { Count: > 0 } ? RhythmScope.UnitsOf(who, offices) : null;

    public static bool SeesDrafts(Actor who) => Permissions.May(who, Capability.KeepAppraisals);

    public static IQueryable<Appraisal> Seen(this IQueryable<Appraisal> appraisals, Actor who) => SeesDrafts(who) ? appraisals : appraisals.Where(a => a.IssuedOn != null);

    /// <summary>A unit sees a check of it once it is concluded: until then it may be an unannounced one (rules A9.2).</summary>
    public static IQueryable<Inspection> Seen(this IQueryable<Inspection> inspections, Actor who, OfficesSnapshot offices) =>
        UnitsOf(who, offices) is not { } units ? inspections : inspections.Where(i => units.Contains(i.UnitId) && i.ConcludedOn != null);
}
