using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Disclosure;

/// <summary>How many counted matters a public filter lets through: from the tallies where these know it, else from the records.</summary>
internal sealed class PublicCount(ZhuoluoContext db, ExactTallies tallies)
{
    public async Task<long> CountAsync(PublicFilter filter, Lookup lookup, CancellationToken cancel) =>
        Ask(filter, lookup) is { } ask && await tallies.CountAsync(ask, db.Set<Matter>().Where(m => false).Select(m => m.Id), cancel) is { } kept ? kept
        : await db.CountedMatters().Narrow(filter, lookup, db).LongCountAsync(cancel);

    private static TallyAsk? Ask(PublicFilter filter, Lookup lookup)
    {
        var (from, to) = (PublicFilter.FirstOf(filter.Month) ?? filter.From, PublicFilter.FirstOf(filter.Month) is { } month ? month.AddMonths(1).AddDays(-1) : filter.To);
        if (filter is not { IsLate: false, With: null, Words: null } || (filter.Month is not null && (filter.From ?? filter.To) is not null)
            || from is { Day: not 1 } || (to is { } last && last.AddDays(1).Day != 1) || Breakdown(filter, lookup) is not { } ask)
        {
            return null;
        }
        var states = StateWords.Read(filter.State);
        return ask with
        {
            States = states.Count == 0 ? null : states,
            Outcome = filter.Outcome,
            DriveId = filter.Drive is null ? null : lookup.Drive(filter.Drive)?.Id ?? -1,
            FromMonth = Stored(from),
            ToMonth = Stored(to),
        };
    }

    // A tally is broken down by one thing.
    private static TallyAsk? Breakdown(PublicFilter filter, Lookup lookup)
    {
        var asked = new (TallyBy By, IReadOnlyCollection<string>? Keys)[]
        {
            (TallyBy.Kind, filter.Kind is { } kind ? [Number((int)kind)] : null),
            (TallyBy.Channel, filter.Channel is { } channel ? [Number((int)channel)] : null),
            (TallyBy.Town, filter.Town is { } town ? [town] : null),
            (TallyBy.Unit, filter.Unit is { } unit ? [.. Units(unit, filter.IsExact, lookup)] : null),
            (TallyBy.Category, filter.Category is not { } category ? null : filter.IsExact ? [category] : [.. lookup.Under(category)]),
            (TallyBy.ClosedMonth, PublicFilter.FirstOf(filter.ClosedMonth) is { } closed ? [Number(Stored(closed)!.Value)] : null),
        }.Where(a => a.Keys is not null).ToList();
        return asked switch { [] => new TallyAsk(TallyBy.Kind), [var only] => new TallyAsk(only.By) { Keys = only.Keys }, _ => null };
    }

    private static IEnumerable<string> Units(string code, bool isExact, Lookup lookup) =>
        lookup.Offices.UnitByCode(code) is not { } top ? [] : (isExact ? [top] : lookup.Offices.Subtree(top)).Select(u => Number(u.Id));

    private static int? Stored(DateOnly? day) => day is { } set ? (set.Year * 100) + set.Month : null;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
