using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Rhythm.Cadences;

/// <summary>Prepares what a cadence asks for in periods that have begun or begin soon. Doing it again adds nothing.</summary>
internal static class BeatsPrepared
{
    private const int DaysAhead = 7;

    // A first day long ago is taken up in parts; the next turn goes on.
    private const int MostPeriods = 60;

    /// <summary>How many were new.</summary>
    public static async Task<int> AddAsync(Work work, Cadence cadence, CadencePlan plan, WorkingCalendar calendar, OfficesSnapshot offices, CancellationToken cancel)
    {
        var today = LocalDay.Of(work.Act.At);
        var first = cadence.PreparedTo ?? DueDates.PeriodOf(cadence.Every, cadence.From, cadence.From);
        var known = (await work.Db.Set<Beat>().Where(b => b.CadenceId == cadence.Id && b.Period >= first)
            .Select(b => new { b.Serial, b.UnitId, b.Period }).ToListAsync(cancel)).Select(b => (b.Serial, b.UnitId, b.Period)).ToHashSet();
        var added = 0;
        DateOnly? last = null;
        var periods = 0;
        for (DateOnly? period = first; period is { } start && Begins(cadence, start) <= today.AddDays(DaysAhead) && periods < MostPeriods; period = DueDates.After(cadence.Every, start))
        {
            added += Add(work, cadence, plan, start, known, calendar, offices);
            (last, periods) = (start, periods + 1);
        }
        cadence.PreparedTo = last ?? cadence.PreparedTo;
        return added;
    }

    // A chain that comes once is known in full from the day it was set up.
    private static DateOnly Begins(Cadence cadence, DateOnly period) => cadence.Every == Every.Once ? DateOnly.MinValue : period;

    private static int Add(Work work, Cadence cadence, CadencePlan plan, DateOnly period, HashSet<(int, long, DateOnly)> known, WorkingCalendar calendar, OfficesSnapshot offices)
    {
        var added = 0;
        foreach (var step in plan.Steps)
        {
            var due = DueDates.Of(cadence.Every, period, step.Day, calendar.IsWorking);
            if (due < cadence.From || due > cadence.EndedOn)
            {
                continue;
            }
            var before = added;
            foreach (var unit in plan.UnitIds.Where(u => offices.Unit(u)?.IsValidOn(due) == true && known.Add((step.Serial, u, period))))
            {
                work.Insert(new Beat
                {
                    Id = work.Act.NewId(),
                    CadenceId = cadence.Id,
                    Edition = plan.Edition.Number,
                    Serial = step.Serial,
                    Kind = step.Kind,
                    Name = step.Name,
                    UnitId = unit,
                    Period = period,
                    DueOn = due,
                });
                added++;
            }
            if (added > before)
            {
                work.Record(new BeatPreparedV1(new Code(cadence.Code), step.Serial, step.Kind, period, due, added - before), new Subject("cadence", cadence.Id));
            }
        }
        return added;
    }
}
