using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Evaluation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Rooms.Rhythm.Appraisals;

/// <summary>Counts outcomes by unit from the records, in a fixed number of queries. Confidential matters are in none (rules F5.2).</summary>
internal sealed class Measuring(ZhuoluoContext db)
{
    private readonly Dictionary<(long Unit, Measure Measure), (long Part, long Whole)> _found = [];

    /// <summary>All measures of the units named, or of all that have anything to count; units in the order of their codes.</summary>
    public async Task<IReadOnlyList<AppraisalLine>> ReadAsync(Appraisal appraisal, IReadOnlyCollection<long> units, OfficesSnapshot offices, CancellationToken cancel)
    {
        var (from, until) = (appraisal.From, appraisal.AsOf < appraisal.To ? appraisal.AsOf : appraisal.To);
        await ProjectsAsync(from, until, cancel);
        await LightsAsync(from, until, cancel);
        await MattersAsync(from, until, cancel);
        await RatingsAsync(appraisal, cancel);
        await DecisionsAsync(from, until, cancel);
        var counted = units.Count > 0 ? units : [.. _found.Where(f => f.Value.Whole > 0).Select(f => f.Key.Unit).Distinct()];
        return
        [
            .. counted.Where(u => offices.Unit(u) is not null).OrderBy(u => offices.Unit(u)!.Code, StringComparer.Ordinal).SelectMany(u => Enum.GetValues<Measure>().Select(m =>
            {
                var (part, whole) = _found.GetValueOrDefault((u, m));
                return new AppraisalLine { AppraisalId = appraisal.Id, UnitId = u, Measure = m, Part = part, Whole = whole };
            })),
        ];
    }

    private IQueryable<Project> Promised => db.Set<Project>().AsNoTracking()
        .Where(p => p.State != ProjectState.Candidate && p.State != ProjectState.Screened && p.State != ProjectState.Cancelled && p.State != ProjectState.NotEntered);

    // Those of which some of the period was still to be worked on.
    private IQueryable<Project> UnderWay(DateOnly from) => Promised.Where(p => p.CompletedOn == null || p.CompletedOn >= from);

    private async Task ProjectsAsync(DateOnly from, DateOnly until, CancellationToken cancel)
    {
        foreach (var g in await Promised.Where(p => p.FirstFinish >= from && p.FirstFinish <= until).GroupBy(p => p.LeadUnitId)
            .Select(g => new { g.Key, Whole = g.Count(), Part = g.Count(p => p.CompletedOn <= until) }).ToListAsync(cancel))
        {
            _found[(g.Key, Measure.ProjectsDone)] = (g.Part, g.Whole);
        }
        foreach (var g in await Promised.Where(p => p.CompletedOn >= from && p.CompletedOn <= until).GroupBy(p => p.LeadUnitId)
            .Select(g => new { g.Key, Whole = g.Count(), Part = g.Count(p => p.CompletedOn <= p.FirstFinish) }).ToListAsync(cancel))
        {
            _found[(g.Key, Measure.ProjectsOnTime)] = (g.Part, g.Whole);
        }
        var all = await UnderWay(from).GroupBy(p => p.LeadUnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var (begins, ends) = (StartOf(from), StartOf(until.AddDays(1)));
        var slips = await db.Set<Plea>().Where(a => a.Kind == PleaKind.Slip && a.IsGranted == true && a.DecidedAt >= begins && a.DecidedAt < ends)
            .Join(UnderWay(from), a => a.ProjectId, p => p.Id, (_, p) => p.LeadUnitId).GroupBy(u => u).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        foreach (var (unit, count) in all)
        {
            _found[(unit, Measure.Slips)] = (slips.GetValueOrDefault(unit), count);
            _found[(unit, Measure.RedDays)] = (0, count);
        }
    }

    private async Task LightsAsync(DateOnly from, DateOnly until, CancellationToken cancel)
    {
        // Only of projects that were ever red up to then: the others have no red day.
        var changes = await db.Set<LightChange>().AsNoTracking().Where(c => c.On <= until && db.Set<LightChange>().Any(r => r.ProjectId == c.ProjectId && r.Light == ProjectLight.Red && r.On <= until))
            .Join(UnderWay(from), c => c.ProjectId, p => p.Id, (c, p) => new { c.Id, c.ProjectId, c.On, c.Light, p.LeadUnitId })
            .OrderBy(c => c.ProjectId).ThenBy(c => c.On).ThenBy(c => c.Id).ToListAsync(cancel);
        foreach (var project in changes.GroupBy(c => (c.ProjectId, c.LeadUnitId)))
        {
            var key = (project.Key.LeadUnitId, Measure.RedDays);
            var (part, whole) = _found.GetValueOrDefault(key);
            _found[key] = (part + RedDays.Count([.. project.Select(c => (c.On, c.Light))], from, until), whole);
        }
    }

    private async Task MattersAsync(DateOnly from, DateOnly until, CancellationToken cancel)
    {
        // A limit that ends at 24:00 belongs to the day that ends.
        var (begins, ends) = (StartOf(from), StartOf(until.AddDays(1)));
        foreach (var g in await db.Set<Clock>().Where(c => (c.Stage == ClockStage.Handle || c.Stage == ClockStage.Redo) && c.DueAt > begins && c.DueAt <= ends)
            .Join(db.Set<Matter>().Where(m => !m.IsConfidential && m.LeadUnitId != null), c => c.MatterId, m => m.Id, (c, m) => new { Unit = m.LeadUnitId!.Value, c.StoppedAt, c.DueAt })
            .GroupBy(x => x.Unit).Select(g => new { g.Key, Whole = g.Count(), Part = g.Count(x => x.StoppedAt <= x.DueAt) }).ToListAsync(cancel))
        {
            _found[(g.Key, Measure.MattersInTime)] = (g.Part, g.Whole);
        }
    }

    private async Task RatingsAsync(Appraisal appraisal, CancellationToken cancel)
    {
        foreach (var unit in await new RatesQuery(db).AskAsync(new RatePeriod(RatePeriod.Of(appraisal.From), RatePeriod.Of(appraisal.To)), cancel))
        {
            if (unit.UnitId is { } id)
            {
                _found[(id, Measure.Rated)] = ((long)unit.Good.Part, unit.Good.Whole);
            }
        }
    }

    private async Task DecisionsAsync(DateOnly from, DateOnly until, CancellationToken cancel)
    {
        foreach (var g in await db.Set<Decision>().Where(d => d.DueOn >= from && d.DueOn <= until && db.Set<Meeting>().Any(m => m.Id == d.MeetingId && m.HeldOn != null)).GroupBy(d => d.UnitId)
            .Select(g => new { g.Key, Whole = g.Count(), Part = g.Count(d => d.DoneOn <= d.DueOn) }).ToListAsync(cancel))
        {
            _found[(g.Key, Measure.DecisionsDone)] = (g.Part, g.Whole);
        }
    }

    private static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), LocalDay.Offset).ToUniversalTime();
}
