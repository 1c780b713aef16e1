using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>Something that a supervisor should look at: a pattern of ratings, a reveal to ask about, a complaint that was about to go to whom it is about.</summary>
internal sealed class AlarmNotice
{
    public required long Id { get; init; }
    public required NoticeKind Kind { get; init; }

    /// <summary>The alarm, or the matter where there is none.</summary>
    public required long SubjectId { get; init; }

    /// <summary>Who may not see the matter is not told.</summary>
    public long? MatterId { get; init; }

    /// <summary>Who gave cause for it and is not told either.</summary>
    public long? CausedById { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The occasion; unique, so that nobody is told twice.</summary>
    public required string Mark { get; init; }
}

/// <summary>Makes notices for supervisors, and finds those for somebody.</summary>
internal static class AlarmNotices
{
    public static IReadOnlyList<NoticeKind> All { get; } = [NoticeKind.RatingAlarm, NoticeKind.RevealAlarm, NoticeKind.ConflictRefused];

    public static void Tell(Work work, NoticeKind kind, long subjectId, string mark, long? matterId = null, long? causedById = null) => work.Db.Add(new AlarmNotice
    {
        Id = work.Act.NewId(),
        Kind = kind,
        SubjectId = subjectId,
        MatterId = matterId,
        CausedById = causedById,
        At = work.Act.At,
        Mark = mark,
    });

    /// <summary>The kinds that somebody looks after.</summary>
    public static IReadOnlyList<NoticeKind> KindsOf(Actor who) =>
    [
        .. Permissions.May(who, Capability.JudgeRatingAlarms) ? [NoticeKind.RatingAlarm] : Array.Empty<NoticeKind>(),
        .. Permissions.May(who, Capability.SuperviseMatters) ? [NoticeKind.RevealAlarm, NoticeKind.ConflictRefused] : Array.Empty<NoticeKind>(),
    ];

    public static IQueryable<AlarmNotice> Of(ZhuoluoContext db, Actor who, OfficesSnapshot offices)
    {
        var (kinds, me) = (KindsOf(who), who.PersonId);
        var seen = Sight.Of(who, offices).Seen(db);
        return db.Set<AlarmNotice>().AsNoTracking().Where(n => kinds.Contains(n.Kind) && (n.CausedById == null || n.CausedById != me))
            .Where(n => n.MatterId == null || seen.Any(m => m.Id == n.MatterId));
    }

    public static async Task<IReadOnlyList<AlarmLine>> ForAsync(ZhuoluoContext db, Actor who, OfficesSnapshot offices, int most, CancellationToken cancel) =>
        KindsOf(who).Count == 0 ? [] : await LinesOf(db, Of(db, who, offices)).Take(most).ToListAsync(cancel);

    /// <summary>What a line about each needs, newest first.</summary>
    public static IQueryable<AlarmLine> LinesOf(ZhuoluoContext db, IQueryable<AlarmNotice> alarms) => alarms.OrderByDescending(n => n.Id)
        .Select(n => new AlarmLine(n.Id, n.Kind, n.At, n.SubjectId, db.Set<Matter>().Where(m => m.Id == n.MatterId).Select(m => m.Number).FirstOrDefault()));
}

/// <param name="Id">Grows with time.</param>
/// <param name="Kind">What happened; its text is <c>notice.{kind}</c>.</param>
/// <param name="At">When.</param>
/// <param name="SubjectId">The alarm.</param>
/// <param name="Number">The matter, where there is one.</param>
internal sealed record AlarmLine(long Id, NoticeKind Kind, DateTimeOffset At, long SubjectId, string? Number)
{
    /// <summary>Where to look at it.</summary>
    public string Address => Kind switch
    {
        NoticeKind.RatingAlarm => $"/evaluation/alarms/{SubjectId}",
        NoticeKind.RevealAlarm => "/reveals",
        _ => "/matters/" + Number,
    };
}
