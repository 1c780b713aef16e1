using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Disclosure;

/// <summary>
/// The two gates through which everything public passes. Counted: not confidential (rules F5.2); of these number, day, town, kind,
/// state and unit may be known. Shown: a person has checked a text of its own for the public and released it.
/// </summary>
internal static class Counted
{
    public static IQueryable<Matter> CountedMatters(this ZhuoluoContext db) => db.Set<Matter>().Where(m => !m.IsConfidential);

    public static IQueryable<Matter> ShownMatters(this ZhuoluoContext db) => db.CountedMatters()
        .Where(m => m.IsPublic && db.Set<Publication>().Any(p => p.MatterId == m.Id && p.State == PublicationState.Shown));

    /// <summary>The conditions of a filter; lists, numbers, files and the API use these and no others.</summary>
    public static IQueryable<Matter> Narrow(this IQueryable<Matter> matters, PublicFilter filter, Lookup lookup, ZhuoluoContext db)
    {
        matters = Choices(matters, filter);
        matters = Places(matters, filter, lookup);
        matters = Days(matters, filter);
        matters = filter.IsLate ? matters.Late(lookup.Now) : matters;
        matters = filter.With switch
        {
            Standing.InTime => matters.InTime(db, lookup.Now),
            Standing.Overran => matters.Overran(db, lookup.Now),
            Standing.Returned => matters.Where(m => m.ReturnCount > 0),
            _ => matters,
        };
        if (filter.Words is { } words)
        {
            // The public's own index: it holds released words only, so that a hit never tells which unpublished ones stand in a matter.
            var hits = MatterSearch.PublishedHits(db, SearchQuery.Parse(words));
            matters = matters.Where(m => m.Number == words || (m.IsPublic && hits.Contains(m.Id)));
        }
        return matters;
    }

    /// <summary>Open, its limit over, and the clock not standing still.</summary>
    public static IQueryable<Matter> Late(this IQueryable<Matter> matters, DateTimeOffset now) =>
        matters.Where(m => m.IsOpen && m.State != MatterState.Suspended && !m.IsPaused && m.DueAt <= now);

    /// <summary>Those that may stand in a rate.</summary>
    public static IQueryable<Matter> Handled(this IQueryable<Matter> matters) => matters.Where(m => !StateWords.WithoutHandling.Contains(m.State));

    /// <summary>
    /// Timed here from the first day. Of a ledger taken over, only what was still open has a clock, from the day of taking over; to count
    /// those and not the many that were closed would make every unit look late.
    /// </summary>
    private static IQueryable<Matter> TimedHere(this IQueryable<Matter> matters, ZhuoluoContext db) =>
        matters.Handled().Where(m => db.Set<Clock>().Any(c => c.MatterId == m.Id && c.StartAt <= m.RegisteredAt));

    /// <summary>A limit for handling has ended: it was met, or it ran out.</summary>
    public static IQueryable<Matter> Measured(this IQueryable<Matter> matters, ZhuoluoContext db, DateTimeOffset now) => matters.TimedHere(db).Where(m =>
        db.Set<Clock>().Any(c => c.MatterId == m.Id && (c.Stage == ClockStage.Handle || c.Stage == ClockStage.Redo)
            && (c.StoppedAt != null || (c.DueAt <= now && !m.IsPaused && m.State != MatterState.Suspended))));

    /// <summary>At least one limit for handling ran out before it was met.</summary>
    public static IQueryable<Matter> Overran(this IQueryable<Matter> matters, ZhuoluoContext db, DateTimeOffset now) => matters.TimedHere(db).Where(m =>
        db.Set<Clock>().Any(c => c.MatterId == m.Id && (c.Stage == ClockStage.Handle || c.Stage == ClockStage.Redo)
            && (c.StoppedAt > c.DueAt || (c.StoppedAt == null && c.DueAt <= now && !m.IsPaused && m.State != MatterState.Suspended))));

    /// <summary>Timed here, and a limit for handling that still runs is over now.</summary>
    public static IQueryable<Matter> RanOut(this IQueryable<Matter> matters, ZhuoluoContext db, DateTimeOffset now) => matters.TimedHere(db).Where(m =>
        m.State != MatterState.Suspended && !m.IsPaused
        && db.Set<Clock>().Any(c => c.MatterId == m.Id && (c.Stage == ClockStage.Handle || c.Stage == ClockStage.Redo) && c.StoppedAt == null && c.DueAt <= now));

    public static IQueryable<Matter> InTime(this IQueryable<Matter> matters, ZhuoluoContext db, DateTimeOffset now)
    {
        var overran = matters.Overran(db, now).Select(m => m.Id);
        return matters.Measured(db, now).Where(m => !overran.Contains(m.Id));
    }

    private static IQueryable<Matter> Choices(IQueryable<Matter> matters, PublicFilter filter)
    {
        matters = filter.Kind is { } kind ? matters.Where(m => m.Kind == kind) : matters;
        matters = filter.Channel is { } channel ? matters.Where(m => m.Channel == channel) : matters;
        matters = filter.Outcome is { } outcome ? matters.Where(m => m.Outcome == outcome) : matters;
        if (filter.State is StateWords.Open)
        {
            return matters.Where(m => m.IsOpen);
        }
        var states = StateWords.Read(filter.State);
        return states.Count > 0 ? matters.Where(m => states.Contains(m.State)) : matters;
    }

    private static IQueryable<Matter> Places(IQueryable<Matter> matters, PublicFilter filter, Lookup lookup)
    {
        if (filter.Unit is { } code)
        {
            var top = lookup.Offices.UnitByCode(code);
            IReadOnlyList<long> units = top is null ? [] : filter.IsExact ? [top.Id] : [.. lookup.Offices.Subtree(top).Select(u => u.Id)];
            matters = matters.Where(m => m.LeadUnitId != null && units.Contains(m.LeadUnitId.Value));
        }
        if (filter.Category is { } category)
        {
            IReadOnlyList<string> codes = filter.IsExact ? [category] : lookup.Under(category);
            matters = matters.Where(m => codes.Contains(m.CategoryCode!));
        }
        if (filter.Drive is { } drive)
        {
            var id = lookup.Drive(drive)?.Id ?? 0;
            matters = matters.Where(m => m.DriveId == id);
        }
        return filter.Town is { } town ? matters.Where(m => m.TownCode == town) : matters;
    }

    private static IQueryable<Matter> Days(IQueryable<Matter> matters, PublicFilter filter)
    {
        if (PublicFilter.FirstOf(filter.Month) is { } opened)
        {
            var after = opened.AddMonths(1);
            matters = matters.Where(m => m.OpenedOn >= opened && m.OpenedOn < after);
        }
        if (PublicFilter.FirstOf(filter.ClosedMonth) is { } closed)
        {
            var after = closed.AddMonths(1);
            matters = matters.Where(m => m.ClosedOn >= closed && m.ClosedOn < after);
        }
        matters = filter.From is { } from ? matters.Where(m => m.OpenedOn >= from) : matters;
        return filter.To is { } to ? matters.Where(m => m.OpenedOn <= to) : matters;
    }
}
