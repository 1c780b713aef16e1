using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>
/// How many matters a filter lets through for somebody. Whose sight leaves out no matter of the filter but confidential ones has the others from the
/// tallies, where these know the filter, and the few confidential ones by their own index; everything else is counted with the conditions of the list.
/// One statement each.
/// </summary>
internal sealed class MatterCount(ZhuoluoContext db, ExactTallies tallies)
{
    public async Task<long> CountAsync(MatterFilter filter, Viewer viewer, Catalogue catalogue, SearchQuery? sought, CancellationToken cancel)
    {
        var matching = db.Matching(filter, viewer, catalogue, sought);
        if (filter.IsConfidential == true || !(viewer.Sight.SeesAll || MatterWhere.IsOfOwnUnits(filter, viewer)))
        {
            return await matching.LongCountAsync(cancel);
        }
        var confidential = matching.Where(m => m.IsConfidential).Select(m => m.Id);
        return Ask(filter, viewer, catalogue) is { } ask && await tallies.CountAsync(ask, confidential, cancel) is { } kept ? kept
            // Without the conditions of sight, so that an index can answer.
            : await db.Set<Matter>().Where(m => !m.IsConfidential).Narrow(filter with { IsConfidential = null }, db, viewer, catalogue, sought).Select(m => m.Id)
                .Concat(confidential).LongCountAsync(cancel);
    }

    /// <summary>The tallies that hold exactly what the filter lets through but for confidential ones; null where they do not know.</summary>
    private static TallyAsk? Ask(MatterFilter filter, Viewer viewer, Catalogue catalogue)
    {
        if (filter is not { Light: null, With: null, Whose: Whose.Anybody or Whose.Unit, Shift: null, Due: null, Number: null, Words: null } || Breakdown(filter, viewer, catalogue) is not { } ask)
        {
            return null;
        }
        var (from, to) = (filter.OpenedMonth?.First ?? filter.OpenedFrom, filter.OpenedMonth?.Last ?? filter.OpenedTo);
        if ((filter.OpenedMonth is not null && (filter.OpenedFrom ?? filter.OpenedTo) is not null) || from is { Day: not 1 } || (to is { } last && last.AddDays(1).Day != 1))
        {
            return null;
        }
        return ask with
        {
            States = filter.States.IsAny ? null : filter.States.States,
            Outcome = filter.Outcome,
            DriveId = filter.Drive is null ? null : filter.Drive == MatterFilter.None ? 0 : catalogue.Drive(filter.Drive)?.Id ?? -1,
            FromMonth = from is { } first ? (first.Year * 100) + first.Month : null,
            ToMonth = to is { } end ? (end.Year * 100) + end.Month : null,
        };
    }

    // A tally is broken down by one thing.
    private static TallyAsk? Breakdown(MatterFilter filter, Viewer viewer, Catalogue catalogue)
    {
        List<TallyAsk> asked = [];
        void Add(TallyBy by, IEnumerable<string>? keys)
        {
            if (keys is not null)
            {
                asked.Add(new TallyAsk(by) { Keys = [.. keys] });
            }
        }
        Add(TallyBy.Kind, filter.Kind is { } kind ? [Number((int)kind)] : null);
        Add(TallyBy.Channel, filter.Channel is { } channel ? [Number((int)channel)] : null);
        Add(TallyBy.Town, filter.Town is { } town ? [town] : null);
        Add(TallyBy.Place, filter.Place is { } place ? [place] : null);
        Add(TallyBy.Unit, filter.Unit is { } unit ? Units(unit, filter.IsExact, viewer.Offices).Select(Number) : null);
        Add(TallyBy.Unit, filter.Whose == Whose.Unit ? viewer.OwnUnits.Select(Number) : null);
        Add(TallyBy.Category, filter.Category is not { } topic ? null : topic == MatterFilter.None ? [""] : filter.IsExact ? [topic] : catalogue.Under(topic));
        Add(TallyBy.ClosedMonth, filter.ClosedMonth is { } closed ? [Number(closed.Stored)] : null);
        return asked.Count switch { 0 => new TallyAsk(TallyBy.Kind), 1 => asked[0], _ => null };
    }

    private static IEnumerable<long> Units(string code, bool isExact, OfficesSnapshot offices) =>
        code == MatterFilter.None ? [0] : offices.UnitByCode(code) is not { } top ? [] : isExact ? [top.Id] : offices.Subtree(top).Select(u => u.Id);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
