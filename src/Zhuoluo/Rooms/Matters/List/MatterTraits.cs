using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>The traits as conditions.</summary>
internal static class MatterTraits
{
    /// <summary>Grades 1 and 2 of 5 are bad ratings (rules A7.1).</summary>
    public const int WorstGoodGrade = 3;

    public static IQueryable<Matter> Where(IQueryable<Matter> matters, Trait? trait, ZhuoluoContext db, Viewer viewer) => trait switch
    {
        null => matters,
        Trait.DueToday => DueOn(matters, viewer.Today),
        Trait.RequesterReplied => matters.Where(m => m.IsOpen && db.Set<Question>().Any(q => q.MatterId == m.Id && q.RepliedAt == m.UpdatedAt)),
        Trait.ExtensionAsked => Asked(matters, db, ProposalKind.Extension),
        Trait.SuspensionAsked => Asked(matters, db, ProposalKind.Suspension),
        Trait.WindowEscalation => matters.Where(m => m.IsOpen && m.IsWindowEscalation),
        Trait.BadRating => matters.Where(m => m.Grade > 0 && m.Grade < WorstGoodGrade),
        Trait.Urged => matters.Where(m => m.UrgeCount > 0),
        Trait.Returned => matters.Where(m => m.ReturnCount > 0),
        Trait.Redone => matters.Where(m => m.Round > 1),
        Trait.Urgent => matters.Where(m => m.Urgency == Urgency.Urgent),
        Trait.AtOnce => matters.Where(m => m.IsAtOnce),
        Trait.NotCalled => matters.Where(m => m.State == MatterState.AwaitingCallBack && !db.Set<CallBack>().Any(c => c.MatterId == m.Id && c.Round == m.Round)),
        Trait.AwaitingCheck => matters.Where(m => db.Set<Publication>().Where(p => p.State == PublicationState.AwaitingCheck).Select(p => p.MatterId).Contains(m.Id)),
        _ => matters.Where(m => m.IsPublic),
    };

    private static IQueryable<Matter> Asked(IQueryable<Matter> matters, ZhuoluoContext db, ProposalKind kind) =>
        matters.Where(m => m.IsOpen && db.Set<Proposal>().Where(p => p.Kind == kind && p.DecidedAt == null).Select(p => p.MatterId).Contains(m.Id));

    // A limit that ends at 24:00 ends at 00:00 of the next day and is due today.
    public static IQueryable<Matter> DueOn(IQueryable<Matter> matters, DateOnly day)
    {
        var begin = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), LocalDay.Offset).ToUniversalTime();
        var end = begin.AddDays(1);
        return matters.Where(m => m.IsOpen && !m.IsPaused && m.State != MatterState.Suspended && m.DueAt > begin && m.DueAt <= end);
    }
}
