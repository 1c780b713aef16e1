using System.Linq.Expressions;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>The conditions of a filter. Lists, counts, exports and the workbench use these and no others, so their numbers agree.</summary>
internal static class MatterWhere
{
    /// <summary>What the viewer may see and the filter lets through.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="filter">What is asked for.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="catalogue">For what lies below a topic.</param>
    /// <param name="sought">The words of the filter, widened; read from the filter when left out.</param>
    public static IQueryable<Matter> Matching(this ZhuoluoContext db, MatterFilter filter, Viewer viewer, Catalogue catalogue, SearchQuery? sought = null) =>
        viewer.Sight.Seen(db, IsOfOwnUnits(filter, viewer)).Narrow(filter, db, viewer, catalogue, sought);

    /// <summary>Whether all that the filter lets through is led by units whose matters the viewer sees, or has their help.</summary>
    public static bool IsOfOwnUnits(MatterFilter filter, Viewer viewer) => filter.Whose is Whose.Unit or Whose.Assist && viewer.OwnUnits.All(viewer.Sight.UnitIds.Contains);

    /// <summary>The same of any matters: who may see them is the caller's part.</summary>
    public static IQueryable<Matter> Narrow(this IQueryable<Matter> matters, MatterFilter filter, ZhuoluoContext db, Viewer viewer, Catalogue catalogue, SearchQuery? sought)
    {
        matters = States(matters, filter.States);
        matters = When(matters, filter.Kind, kind => m => m.Kind == kind);
        matters = When(matters, filter.Channel, channel => m => m.Channel == channel);
        matters = When(matters, filter.Outcome, outcome => m => m.Outcome == outcome);
        matters = When(matters, filter.IsConfidential, only => m => m.IsConfidential == only);
        matters = Places(matters, filter, viewer, catalogue);
        matters = Days(matters, filter);
        matters = filter.Light is { } light ? matters.Where(Lights.Is(light, viewer.Now)) : matters;
        matters = MatterTraits.Where(matters, filter.With, db, viewer);
        matters = Of(matters, filter.Whose, db, viewer);
        return Said(matters, filter, db, sought);
    }

    /// <summary>Midnight at the beginning of a day here.</summary>
    public static DateTimeOffset DayStart(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), LocalDay.Offset).ToUniversalTime();

    private static IQueryable<Matter> States(IQueryable<Matter> matters, StateSet states)
    {
        if (states.IsAny)
        {
            return matters;
        }
        var wanted = states.States;
        return states == StateSet.Open ? matters.Where(m => m.IsOpen)
            : wanted is [var only] ? matters.Where(m => m.State == only)
            // What is said twice lets an index of the open ones answer.
            : wanted.All(s => s.IsOpen()) ? matters.Where(m => m.IsOpen && wanted.Contains(m.State))
            : matters.Where(m => wanted.Contains(m.State));
    }

    private static IQueryable<Matter> Places(IQueryable<Matter> matters, MatterFilter filter, Viewer viewer, Catalogue catalogue)
    {
        if (filter.Unit == MatterFilter.None)
        {
            matters = matters.Where(m => m.LeadUnitId == null);
        }
        else if (filter.Unit is { } code)
        {
            var top = viewer.Offices.UnitByCode(code);
            IReadOnlyList<long> units = top is null ? [] : filter.IsExact ? [top.Id] : [.. viewer.Offices.Subtree(top).Select(u => u.Id)];
            matters = matters.Where(m => m.LeadUnitId != null && units.Contains(m.LeadUnitId.Value));
        }
        if (filter.Category == MatterFilter.None)
        {
            matters = matters.Where(m => m.CategoryCode == null);
        }
        else if (filter.Category is { } topic)
        {
            IReadOnlyList<string> codes = filter.IsExact ? [topic] : catalogue.Under(topic);
            matters = matters.Where(m => codes.Contains(m.CategoryCode!));
        }
        if (filter.Drive == MatterFilter.None)
        {
            matters = matters.Where(m => m.DriveId == null);
        }
        else if (filter.Drive is { } drive)
        {
            var id = catalogue.Drive(drive)?.Id ?? 0;
            matters = matters.Where(m => m.DriveId == id);
        }
        matters = When(matters, filter.Shift, shift => m => m.DutyShiftId == shift);
        if (filter.Town is { } town)
        {
            matters = matters.Where(m => m.TownCode == town);
        }
        return filter.Place is { } place ? matters.Where(m => m.PlaceCode == place) : matters;
    }

    private static IQueryable<Matter> Days(IQueryable<Matter> matters, MatterFilter filter)
    {
        matters = When(matters, filter.OpenedFrom, from => m => m.OpenedOn >= from);
        matters = When(matters, filter.OpenedTo, to => m => m.OpenedOn <= to);
        if (filter.OpenedMonth is { } opened)
        {
            var (first, last) = (opened.First, opened.Last);
            matters = matters.Where(m => m.OpenedOn >= first && m.OpenedOn <= last);
        }
        if (filter.Due is { } due)
        {
            matters = MatterTraits.DueOn(matters, due);
        }
        if (filter.ClosedMonth is { } closed)
        {
            var (first, last) = (closed.First, closed.Last);
            matters = matters.Where(m => m.ClosedOn >= first && m.ClosedOn <= last);
        }
        return matters;
    }

    private static IQueryable<Matter> Of(IQueryable<Matter> matters, Whose whose, ZhuoluoContext db, Viewer viewer)
    {
        var units = viewer.OwnUnits;
        var person = viewer.Who.PersonId;
        return whose switch
        {
            Whose.Unit => matters.Where(m => m.LeadUnitId != null && units.Contains(m.LeadUnitId.Value)),
            Whose.Assist => matters.Where(m => db.Set<Holding>().Where(h => h.Part == HoldingPart.Assist && h.To == null && units.Contains(h.UnitId)).Select(h => h.MatterId).Contains(m.Id)),
            Whose.Mine => matters.Where(m => db.Set<Step>().Where(s => s.PersonId == person && s.PersonId != null).Select(s => s.MatterId).Contains(m.Id)),
            _ => matters,
        };
    }

    // Confidential matters are not found by their words (rules F5.2), only by their number: they are not in the index.
    private static IQueryable<Matter> Said(IQueryable<Matter> matters, MatterFilter filter, ZhuoluoContext db, SearchQuery? sought)
    {
        if (filter.Number is { } number)
        {
            matters = matters.Where(m => m.Number.StartsWith(number));
        }
        if (filter.Words is { } words)
        {
            var hits = MatterSearch.Hits(db, sought ?? SearchQuery.Parse(words));
            matters = MatterNumbers.IsOne(words)
                ? matters.Where(m => m.Number == words || hits.Contains(m.Id))
                : matters.Where(m => hits.Contains(m.Id));
        }
        return matters;
    }

    private static IQueryable<Matter> When<T>(IQueryable<Matter> matters, T? value, Func<T, Expression<Func<Matter, bool>>> condition)
        where T : struct => value is { } set ? matters.Where(condition(set)) : matters;
}
