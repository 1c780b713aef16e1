using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Reminding;

/// <summary>
/// Reminds units of what is near, late, not signed for in time, or to be looked at again (rules A2.12, A2.19). Each occasion once:
/// a moved deadline is a new occasion.
/// </summary>
internal sealed class RemindUnits(Writer writer)
{
    public async Task<int> RunAsync(Act act, CancellationToken cancel)
    {
        var outcome = await writer.WriteAsync<int>(act, async work =>
        {
            var due = await OccasionsAsync(work.Db, act.At, cancel);
            var marks = due.ConvertAll(n => n.Mark);
            var told = (await work.Db.Set<UnitNotice>().AsNoTracking().Where(n => marks.Contains(n.Mark)).Select(n => n.Mark).ToListAsync(cancel))
                .ToHashSet(StringComparer.Ordinal);
            var notices = due.Where(n => told.Add(n.Mark))
                .Select(n => new UnitNotice { Id = act.NewId(), UnitId = n.UnitId, MatterId = n.MatterId, Kind = n.Kind, At = act.At, Mark = n.Mark })
                .ToList();
            await work.InsertManyAsync(notices, cancel);
            return notices.Count;
        }, cancel);
        return outcome.Match(count => count, _ => 0);
    }

    private static async Task<List<Occasion>> OccasionsAsync(ZhuoluoContext db, DateTimeOffset now, CancellationToken cancel)
    {
        var running = db.Set<Matter>().AsNoTracking().Where(m => m.IsOpen && !m.IsPaused && m.DueAt != null);
        var near = await running.Where(m => m.NearAt <= now && m.DueAt > now)
            .Select(m => new { m.LeadUnitId, m.Id, At = m.DueAt!.Value }).ToListAsync(cancel);
        var late = await running.Where(m => m.DueAt <= now)
            .Select(m => new { m.LeadUnitId, m.Id, At = m.DueAt!.Value }).ToListAsync(cancel);
        var unsigned = await db.Set<Clock>().AsNoTracking().Where(c => c.Stage == ClockStage.Sign && c.StoppedAt == null && c.DueAt <= now)
            .Join(db.Set<Matter>().Where(m => m.IsOpen), c => c.MatterId, m => m.Id, (c, m) => new { m.LeadUnitId, m.Id, At = c.DueAt }).ToListAsync(cancel);
        var today = LocalDay.Of(now);
        var review = await db.Set<Proposal>().AsNoTracking().Where(p => p.Kind == ProposalKind.Suspension && p.IsApproved == true && p.ReviewOn <= today)
            .Join(db.Set<Matter>().Where(m => m.State == MatterState.Suspended), p => p.MatterId, m => m.Id, (p, m) => new { m.LeadUnitId, m.Id, At = p.ReviewOn!.Value }).ToListAsync(cancel);
        return
        [
            .. near.Select(x => Occasion.Of(NoticeKind.NearDue, x.LeadUnitId, x.Id, x.At)),
            .. late.Select(x => Occasion.Of(NoticeKind.Overdue, x.LeadUnitId, x.Id, x.At)),
            .. unsigned.Select(x => Occasion.Of(NoticeKind.SignOverdue, x.LeadUnitId, x.Id, x.At)),
            .. review.Select(x => new Occasion(NoticeKind.ReviewDay, x.LeadUnitId, x.Id, string.Create(CultureInfo.InvariantCulture, $"review/{x.Id}/{x.At:yyyyMMdd}"))),
        ];
    }

    private sealed record Occasion(NoticeKind Kind, long? UnitId, long MatterId, string Mark)
    {
        public static Occasion Of(NoticeKind kind, long? unitId, long matterId, DateTimeOffset at) =>
            new(kind, unitId, matterId, string.Create(CultureInfo.InvariantCulture, $"{(int)kind}/{matterId}/{at.ToUnixTimeSeconds()}"));
    }
}
