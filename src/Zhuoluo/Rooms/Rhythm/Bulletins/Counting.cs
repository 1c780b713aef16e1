using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Documents;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Rooms.Rhythm.Bulletins;

/// <summary>
/// Counts for a bulletin, in a fixed number of queries: projects from their tallies, matters from the records of the period. Confidential
/// matters are in none (rules F5.2).
/// </summary>
internal sealed class Counting(ZhuoluoContext db, OfficesSnapshot offices, DocumentWords words, DateTimeOffset at)
{
    private const int MostUnits = 20;
    private const int MostCategories = 5;
    private const int MostProjects = 30;
    private readonly List<ComputedFigure> _figures = [];
    private readonly List<ComputedTable> _tables = [];
    private DateOnly Today => LocalDay.Of(at);

    public async Task<Computed> CountAsync(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        Add("period", PeriodOf(from, to, words), null);
        Add("as-of", DayText.Of(Today), null);
        await MattersAsync(from, to, cancel);
        await ProjectsAsync(cancel);
        await LightsAsync(cancel);
        await DecisionsAsync(cancel);
        return new Computed(_figures, _tables);
    }

    public static string PeriodOf(DateOnly from, DateOnly to, DocumentWords words) =>
        IsMonth(from, to) ? words.Say("month", from.Year, from.Month) : from is { Month: 1, Day: 1 } && to == from.AddYears(1).AddDays(-1) ? words.Say("year", from.Year) : words.Say("days", DayText.Of(from), DayText.Of(to));

    private static bool IsMonth(DateOnly from, DateOnly to) => from.Day == 1 && to == from.AddMonths(1).AddDays(-1);

    private async Task MattersAsync(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var matters = db.Set<Matter>().Where(m => !m.IsConfidential);
        var received = await matters.Where(m => m.OpenedOn >= from && m.OpenedOn <= to).GroupBy(m => new { m.LeadUnitId, m.CategoryCode })
            .Select(g => new { g.Key.LeadUnitId, g.Key.CategoryCode, Count = g.Count() }).ToListAsync(cancel);
        var (fromBefore, toBefore) = IsMonth(from, to) ? (from.AddMonths(-1), from.AddDays(-1)) : (from.AddDays(from.DayNumber - to.DayNumber - 1), from.AddDays(-1));
        var before = await matters.CountAsync(m => m.OpenedOn >= fromBefore && m.OpenedOn <= toBefore, cancel);
        var closed = await matters.Where(m => m.State == MatterState.Closed && m.ClosedOn >= from && m.ClosedOn <= to).GroupBy(m => new { m.LeadUnitId, m.Outcome })
            .Select(g => new { g.Key.LeadUnitId, g.Key.Outcome, Count = g.Count() }).ToListAsync(cancel);
        var overdue = await matters.Where(m => m.IsOpen && m.DueAt < at).GroupBy(m => m.LeadUnitId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var open = (await db.CountAsync(TallyBy.Town, new TallyFilter(), cancel)).Where(c => c.State.IsOpen()).Sum(c => c.Number);

        var all = received.Sum(r => r.Count);
        var (ended, solved) = (closed.Sum(c => c.Count), closed.Where(c => c.Outcome == MatterOutcome.Solved).Sum(c => c.Count));
        Add("matters.received", all, $"/matters?from={Written(from)}&to={Written(to)}&confidential=0");
        Add("matters.change", all == before ? words.Say("same") : all > before ? words.Say("more", all - before) : words.Say("fewer", before - all), null);
        Add("matters.closed", ended, ClosedHref(from, to, ""));
        Add("matters.solved", solved, ClosedHref(from, to, "&outcome=solved"));
        Add("matters.solved-rate", ended == 0 ? "—" : Percent(solved, ended), null);
        Add("matters.partly", closed.Where(c => c.Outcome == MatterOutcome.PartlySolved).Sum(c => c.Count), ClosedHref(from, to, "&outcome=partly-solved"));
        Add("matters.explained", closed.Where(c => c.Outcome == MatterOutcome.Explained).Sum(c => c.Count), ClosedHref(from, to, "&outcome=explained"));
        Add("matters.open", open, "/matters?state=open&confidential=0");
        Add("matters.overdue", overdue.Sum(o => o.Count), "/matters?state=open&light=red&confidential=0");

        var units = received.Select(r => r.LeadUnitId).Concat(closed.Select(c => c.LeadUnitId)).Concat(overdue.Select(o => o.Key)).OfType<long>().Distinct()
            .Select(u => (Unit: u, Received: received.Where(r => r.LeadUnitId == u).Sum(r => r.Count))).OrderByDescending(u => u.Received).ThenBy(u => u.Unit).Take(MostUnits);
        Add("units", units.Select(u => (IReadOnlyList<string>)
        [
            NameOf(u.Unit), Number(u.Received), Number(closed.Where(c => c.LeadUnitId == u.Unit).Sum(c => c.Count)),
            Number(closed.Where(c => c.LeadUnitId == u.Unit && c.Outcome == MatterOutcome.Solved).Sum(c => c.Count)), Number(overdue.Where(o => o.Key == u.Unit).Sum(o => o.Count)),
        ]));
        var names = await db.Set<Category>().ToDictionaryAsync(c => c.Code, c => c.Name, cancel);
        var topics = received.GroupBy(r => r.CategoryCode ?? "").Select(g => (Code: g.Key, Count: g.Sum(r => r.Count))).OrderByDescending(g => g.Count).ThenBy(g => g.Code, StringComparer.Ordinal).Take(MostCategories);
        Add("categories", topics.Select(t => (IReadOnlyList<string>)[names.GetValueOrDefault(t.Code, words.Say("no-category")), Number(t.Count), Percent(t.Count, all)]));
    }

    private async Task ProjectsAsync(CancellationToken cancel)
    {
        var tallies = (await db.Set<ProjectTally>().Where(t => t.By == ProjectTallyBy.All && t.ProgrammeId == 0 && t.Count != 0).ToListAsync(cancel)).Where(t => t.State.IsPromised()).ToList();
        long Sum(Func<ProjectTally, bool> which) => tallies.Where(which).Sum(t => t.Count);
        Add("projects.all", Sum(_ => true), "/projects");
        Add("projects.under-way", Sum(t => t.State.IsUnderWay()), null);
        Add("projects.done", Sum(t => t.State.IsDone()), null);
        Add("projects.closed", Sum(t => t.State.IsClosed()), null);
        Add("projects.red", Sum(t => t.Light == ProjectLight.Red), "/projects?light=red");
        Add("projects.yellow", Sum(t => t.Light == ProjectLight.Yellow), "/projects?light=yellow");
        Add("projects.late", Sum(t => t.Punctuality == Punctuality.Late), "/projects?when=late");
    }

    private async Task LightsAsync(CancellationToken cancel)
    {
        var rows = await db.Listed(null).Where(p => p.Light == ProjectLight.Red || p.Light == ProjectLight.Yellow).OrderByDescending(p => p.Light).ThenBy(p => p.FirstFinish).ThenBy(p => p.Id)
            .Take(MostProjects).Select(p => new { p.Name, p.LeadUnitId, p.Light, p.FirstFinish, p.PlannedFinish }).ToListAsync(cancel);
        Add("lights", rows.Select(p => (IReadOnlyList<string>)
            [p.Name, NameOf(p.LeadUnitId), words.Say(p.Light == ProjectLight.Red ? "red" : "yellow"), DayText.Of(p.FirstFinish), DayText.Of(p.PlannedFinish)]));
    }

    private async Task DecisionsAsync(CancellationToken cancel)
    {
        var today = Today;
        var open = await db.Set<Decision>().Where(d => d.DoneOn == null && db.Set<Meeting>().Any(m => m.Id == d.MeetingId && m.HeldOn != null)).OrderBy(d => d.DueOn).ThenBy(d => d.Id).ToListAsync(cancel);
        Add("decisions.open", open.Count, "/rhythm/decisions");
        Add("decisions.overdue", open.Count(d => d.DueOn < today), "/rhythm/decisions?show=overdue");
        Add("decisions", open.Take(MostProjects).Select(d => (IReadOnlyList<string>)[d.Text, NameOf(d.UnitId), DayText.Of(d.DueOn), words.Say(d.DueOn < today ? "overdue" : "open")]));
    }

    private void Add(string key, long number, string? href) => Add(key, Number(number), href);

    private void Add(string key, string text, string? href) => _figures.Add(new ComputedFigure(key, words.Labels[key], text, href));

    private void Add(string key, IEnumerable<IReadOnlyList<string>> rows) => _tables.Add(new ComputedTable(key, words.Tables[key].Label, words.Tables[key].Columns, [.. rows]));

    private string NameOf(long unit) => PaperNames.Of(offices, unit);

    // The list of matters knows months of closing, not days.
    private static string? ClosedHref(DateOnly from, DateOnly to, string more) =>
        IsMonth(from, to) ? string.Create(CultureInfo.InvariantCulture, $"/matters?state=closed&closed={from:yyyy-MM}&confidential=0{more}") : null;

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    // Half up, two places (rules G3.8).
    private static string Percent(long part, long whole) =>
        whole == 0 ? "—" : Math.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
