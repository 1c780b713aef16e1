using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Evaluation;

/// <summary>Counts per judged unit in a fixed number of queries. Confidential matters are in none (rules F5).</summary>
internal sealed class RatesQuery(ZhuoluoContext db)
{
    /// <summary>What the public sees of fewer than this is that they are few (rules F5.3).</summary>
    public const int SmallestShown = 5;

    public async Task<IReadOnlyList<UnitRates>> AskAsync(RatePeriod period, CancellationToken cancel)
    {
        var (offeredFrom, offeredTo) = (Start(period.First), Start(period.Last.AddDays(1)));
        var matters = db.Set<Matter>().Where(m => !m.IsConfidential);
        var ratings = db.Set<Rating>().Where(r => r.UnitId != null).Join(matters, r => r.MatterId, m => m.Id, (r, m) => r);
        var offers = await ratings.Where(r => r.OfferedAt >= offeredFrom && r.OfferedAt < offeredTo)
            .GroupBy(r => new { r.UnitId, IsTaken = r.GivenOn != null }).Select(g => new { g.Key.UnitId, g.Key.IsTaken, Count = g.Count() }).ToListAsync(cancel);
        var given = ratings.Where(r => r.GivenOn >= period.First && r.GivenOn <= period.Last);
        var grades = await given.GroupBy(r => new { r.UnitId, r.Grade }).Select(g => new { g.Key.UnitId, g.Key.Grade, Count = g.Count() }).ToListAsync(cancel);
        var struck = await given.Where(r => Approved().Any(x => x.MatterId == r.MatterId && x.Round == r.Round))
            .GroupBy(r => new { r.UnitId, r.Grade }).Select(g => new { g.Key.UnitId, g.Key.Grade, Count = g.Count() }).ToListAsync(cancel);
        var bad = await db.Set<Dissatisfaction>()
            .Where(d => d.UnitId != null && d.Source == DissatisfactionSource.Rating && d.State != DissatisfactionState.Struck && d.OpenedOn >= period.First && d.OpenedOn <= period.Last)
            .Where(d => matters.Any(m => m.Id == d.MatterId) && !Approved().Any(x => x.MatterId == d.MatterId && x.Round == d.Round))
            .Select(d => new { d.UnitId, d.FixedAt, d.FixDueAt }).ToListAsync(cancel);
        var picks = db.Set<CallPick>().Where(p => p.UnitId != null && p.Month >= period.From && p.Month <= period.To);
        var calls = await picks.Where(p => !Approved().Any(x => x.MatterId == p.MatterId && x.Round == p.Round))
            .GroupBy(p => new { p.UnitId, p.State, p.IsResponded, p.IsSolved, p.Grade }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var left = await picks.Where(p => Approved().Any(x => x.MatterId == p.MatterId && x.Round == p.Round))
            .GroupBy(p => p.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);

        var units = offers.Select(o => o.UnitId).Concat(grades.Select(g => g.UnitId)).Concat(bad.Select(b => b.UnitId)).Concat(calls.Select(c => c.Key.UnitId)).Concat(left.Select(l => l.Key));
        return
        [
            .. units.Distinct().OrderBy(u => u).Select(unit =>
            {
                var mine = calls.Where(c => c.Key.UnitId == unit).ToList();
                var reached = mine.Where(c => c.Key.State == PickState.Reached).ToList();
                var out1 = left.Where(l => l.Key == unit).Sum(l => l.Count);
                return new UnitRates(unit)
                {
                    Offered = offers.Where(o => o.UnitId == unit).Sum(o => o.Count),
                    Taken = offers.Where(o => o.UnitId == unit && o.IsTaken).Sum(o => o.Count),
                    Grades = [.. Enumerable.Range(1, 5).Select(g => grades.Where(x => x.UnitId == unit && x.Grade == g).Sum(x => x.Count) - struck.Where(x => x.UnitId == unit && x.Grade == g).Sum(x => x.Count))],
                    Excluded = struck.Where(x => x.UnitId == unit).Sum(x => x.Count),
                    Bad = bad.Count(b => b.UnitId == unit),
                    Fixed = bad.Count(b => b.UnitId == unit && b.FixedAt is not null),
                    FixedInTime = bad.Count(b => b.UnitId == unit && b.FixedAt <= b.FixDueAt),
                    Drawn = mine.Sum(c => c.Count) + out1,
                    Waiting = mine.Where(c => c.Key.State == PickState.Waiting).Sum(c => c.Count),
                    Reached = reached.Sum(c => c.Count),
                    Responded = reached.Where(c => c.Key.IsResponded == true).Sum(c => c.Count),
                    Solved = reached.Where(c => c.Key.IsSolved == true).Sum(c => c.Count),
                    Unsolved = reached.Where(c => c.Key.IsSolved == false).Sum(c => c.Count),
                    DrawGrades = [.. Enumerable.Range(1, 5).Select(g => reached.Where(c => c.Key.Grade == g).Sum(c => c.Count))],
                    DrawExcluded = mine.Where(c => c.Key.State is PickState.NoContact or PickState.WantsNoCall).Sum(c => c.Count) + out1,
                };
            }),
        ];
    }

    /// <summary>The records behind a number of <see cref="UnitRates"/>: matter, round, grade, words and day, newest first.</summary>
    public Task<List<RateRecord>> RecordsAsync(RatePeriod period, long? unit, RateWhat what, IQueryable<Matter> seen, int skip, int take, CancellationToken cancel) =>
        Records(period, unit, what, seen.Where(m => !m.IsConfidential)).OrderByDescending(r => r.Day).ThenByDescending(r => r.MatterId).Skip(skip).Take(take).ToListAsync(cancel);

    public Task<int> CountAsync(RatePeriod period, long? unit, RateWhat what, IQueryable<Matter> seen, CancellationToken cancel) =>
        Records(period, unit, what, seen.Where(m => !m.IsConfidential)).CountAsync(cancel);

    private IQueryable<RateRecord> Records(RatePeriod period, long? unit, RateWhat what, IQueryable<Matter> seen)
    {
        var (from, to) = (Start(period.First), Start(period.Last.AddDays(1)));
        var ratings = db.Set<Rating>().Where(r => r.UnitId != null && (unit == null || r.UnitId == unit));
        var picks = db.Set<CallPick>().Where(p => p.UnitId != null && (unit == null || p.UnitId == unit) && p.Month >= period.From && p.Month <= period.To);
        var listed = db.Set<Dissatisfaction>().Where(d => d.UnitId != null && (unit == null || d.UnitId == unit) && d.Source == DissatisfactionSource.Rating
            && d.State != DissatisfactionState.Struck && d.OpenedOn >= period.First && d.OpenedOn <= period.Last && !Approved().Any(x => x.MatterId == d.MatterId && x.Round == d.Round));
        return what switch
        {
            RateWhat.Offered => OfRatings(ratings.Where(r => r.OfferedAt >= from && r.OfferedAt < to), seen),
            RateWhat.Taken => OfRatings(ratings.Where(r => r.OfferedAt >= from && r.OfferedAt < to && r.GivenOn != null), seen),
            RateWhat.Given => OfRatings(ratings.Where(r => r.GivenOn >= period.First && r.GivenOn <= period.Last && !Approved().Any(x => x.MatterId == r.MatterId && x.Round == r.Round)), seen),
            RateWhat.Good => OfRatings(ratings.Where(r => r.GivenOn >= period.First && r.GivenOn <= period.Last && r.Grade > RateGrades.Bad && !Approved().Any(x => x.MatterId == r.MatterId && x.Round == r.Round)), seen),
            RateWhat.Excluded => OfRatings(ratings.Where(r => r.GivenOn >= period.First && r.GivenOn <= period.Last && Approved().Any(x => x.MatterId == r.MatterId && x.Round == r.Round)), seen),
            RateWhat.Bad => OfListed(listed, seen),
            RateWhat.Fixed => OfListed(listed.Where(d => d.FixedAt != null), seen),
            RateWhat.FixedInTime => OfListed(listed.Where(d => d.FixedAt <= d.FixDueAt), seen),
            RateWhat.Drawn => OfPicks(picks, seen),
            RateWhat.Reached => OfPicks(Counted(picks), seen),
            RateWhat.Responded => OfPicks(Counted(picks).Where(p => p.IsResponded == true), seen),
            RateWhat.Solved => OfPicks(Counted(picks).Where(p => p.IsSolved == true), seen),
            RateWhat.Judged => OfPicks(Counted(picks).Where(p => p.IsSolved != null), seen),
            RateWhat.DrawGraded => OfPicks(Counted(picks).Where(p => p.Grade != null), seen),
            _ => OfPicks(picks.Where(p => p.State == PickState.NoContact || p.State == PickState.WantsNoCall || Approved().Any(x => x.MatterId == p.MatterId && x.Round == p.Round)), seen),
        };
    }

    private IQueryable<CallPick> Counted(IQueryable<CallPick> picks) =>
        picks.Where(p => p.State == PickState.Reached && !Approved().Any(x => x.MatterId == p.MatterId && x.Round == p.Round));

    private static IQueryable<RateRecord> OfRatings(IQueryable<Rating> ratings, IQueryable<Matter> seen) =>
        ratings.Join(seen, r => r.MatterId, m => m.Id, (r, m) => new RateRecord { MatterId = m.Id, Number = m.Number, Title = m.Title, UnitId = r.UnitId, Grade = r.Grade, Words = r.Comment, Day = r.GivenOn });

    private static IQueryable<RateRecord> OfListed(IQueryable<Dissatisfaction> listed, IQueryable<Matter> seen) =>
        listed.Join(seen, d => d.MatterId, m => m.Id, (d, m) => new RateRecord { MatterId = m.Id, Number = m.Number, Title = m.Title, UnitId = d.UnitId, Grade = d.Grade, Day = d.OpenedOn, DissatisfactionId = d.Id });

    private static IQueryable<RateRecord> OfPicks(IQueryable<CallPick> picks, IQueryable<Matter> seen) =>
        picks.Join(seen, p => p.MatterId, m => m.Id, (p, m) => new RateRecord { MatterId = m.Id, Number = m.Number, Title = m.Title, UnitId = p.UnitId, Grade = p.Grade, Words = p.Note, Day = m.ClosedOn, Pick = p.State });

    private IQueryable<RateExclusion> Approved() => db.Set<RateExclusion>().Where(x => x.IsApproved == true);

    private static DateTimeOffset Start(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), LocalDay.Offset).ToUniversalTime();
}

/// <summary>Which number's records.</summary>
internal enum RateWhat { Offered, Taken, Given, Good, Excluded, Bad, Fixed, FixedInTime, Drawn, Reached, Responded, Solved, Judged, DrawGraded, DrawExcluded }

/// <summary>One record behind a rate. It names the matter, never who judged.</summary>
internal sealed class RateRecord
{
    public required long MatterId { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public long? UnitId { get; init; }
    public int? Grade { get; init; }
    public string? Words { get; init; }
    public DateOnly? Day { get; init; }
    public long? DissatisfactionId { get; init; }
    public PickState? Pick { get; init; }
}
