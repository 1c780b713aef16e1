using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Evaluation.Dissatisfied;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Evaluation.Watching;

/// <summary>Nobody rates from an office (rules A7.6).</summary>
internal sealed record OfficeMayNotRate() : Refusal("office-may-not-rate")
{
    public override RefusalKind Kind => RefusalKind.Permission;
}

/// <summary>Refuses ratings from offices; of each that is taken it keeps fingerprints, looks for odd patterns, and puts a bad one on the list.</summary>
internal sealed class RatingWatch(CalendarsDoor calendars, Offices offices) : IRatingWatch
{
    public async Task<Refusal?> RefuseAsync(Work work, RatingOrigin origin, CancellationToken cancel)
    {
        var ranges = await work.Db.Set<OfficeNetwork>().Where(n => n.EndedAt == null).Select(n => n.Range).ToListAsync(cancel);
        return ranges.Exists(r => NetworkRange.Holds(r, origin.Address)) ? new OfficeMayNotRate() : null;
    }

    public async Task GivenAsync(Work work, Matter matter, Rating rating, RatingOrigin origin, CancellationToken cancel)
    {
        var trace = new RatingTrace
        {
            RatingId = rating.Id,
            At = work.Act.At,
            Device = origin.Device is null ? null : work.Vault.Fingerprint("rating-device", origin.Device),
            Network = work.Vault.Fingerprint("rating-network", NetworkRange.Around(origin.Address)),
            Phone = matter.RequesterPrint,
            Seconds = (int)Math.Clamp((work.Act.At - (matter.AnsweredAt ?? work.Act.At)).TotalSeconds, 0, int.MaxValue),
        };
        work.Db.Add(trace);
        await Alarms.LookAsync(work, trace, rating, cancel);
        if (rating.Grade is { } grade and <= RateGrades.Bad)
        {
            await ListAsync(work, matter, rating, grade, cancel);
        }
    }

    // Somebody on the list already stays there once: the new grade is a word in the same matter.
    private async Task ListAsync(Work work, Matter matter, Rating rating, int grade, CancellationToken cancel)
    {
        if (await work.Db.Set<Dissatisfaction>().AnyAsync(d => d.MatterId == matter.Id && (d.State < DissatisfactionState.Settled || d.Round == rating.Round && d.Source == DissatisfactionSource.Rating), cancel))
        {
            return;
        }
        var unit = rating.UnitId is { } id ? Code.OrNull(offices.Current.Unit(id)?.Code) : null;
        var judged = new Judgement(DissatisfactionSource.Rating, rating.Round, rating.UnitId, grade, rating.Id, work.Act.At, rating.Comment);
        DissatisfiedRows.Open(work, calendars.Current, unit, matter, judged);
    }
}
