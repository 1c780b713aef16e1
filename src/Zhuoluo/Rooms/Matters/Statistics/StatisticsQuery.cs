using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Statistics;

/// <summary>Statistics from the tallies: one query, whose cost does not grow with the number of matters.</summary>
internal sealed class StatisticsQuery(ZhuoluoContext db, Texts texts)
{
    public async Task<IReadOnlyList<StatisticsRow>> ReadAsync(StatisticsFilter filter, Viewer viewer, Catalogue catalogue, CancellationToken cancel)
    {
        var tallies = await TalliesAsync(filter, catalogue, cancel);
        var records = filter.Records;
        return filter.By switch
        {
            Breakdown.Month => [.. tallies.GroupBy(t => t.Month).OrderBy(g => g.Key).Select(g => YearMonth.FromStored(g.Key))
                .Select(month => StatisticsRow.Of(month.ToString(), records with { OpenedFrom = month.First, OpenedTo = month.Last }, tallies.Where(t => t.Month == month.Stored)))],
            Breakdown.Unit => Units(filter, viewer.Offices, tallies),
            Breakdown.Category => Categories(filter, catalogue, tallies),
            Breakdown.Town => Largest(tallies.GroupBy(t => t.Key).Select(g => StatisticsRow.Of(texts.Place(viewer.Offices, g.Key), records with { Town = g.Key }, g))),
            Breakdown.Channel => Largest(tallies.GroupBy(t => (Channel)Number(t.Key)).Select(g => StatisticsRow.Of(texts.Name(g.Key), records with { Channel = g.Key }, g))),
            Breakdown.Kind => Largest(tallies.GroupBy(t => (MatterKind)Number(t.Key)).Select(g => StatisticsRow.Of(texts.Name(g.Key), records with { Kind = g.Key }, g))),
            _ => [.. Drives(catalogue).Select(d => StatisticsRow.Of(texts.Drive(catalogue, d.Code), records with { Drive = d.Code }, tallies.Where(t => t.DriveId == d.Id))).Where(r => r.Total > 0)],
        };
    }

    // What lies directly below a unit, each with everything under it; the unit's own stand first.
    private IReadOnlyList<StatisticsRow> Units(StatisticsFilter filter, OfficesSnapshot offices, IReadOnlyList<Tally> tallies)
    {
        var top = filter.Under is { } code ? offices.UnitByCode(code) : offices.Children(null).ToList() is [var only] ? only : null;
        var byUnit = tallies.ToLookup(t => Number(t.Key));
        var rows = offices.Children(top).Select(child => StatisticsRow.Of(
            texts.Show(child.Name),
            filter.Records with { Unit = child.Code },
            offices.Subtree(child).SelectMany(u => byUnit[u.Id])) with
        {
            Deeper = offices.Children(child).Any() ? (filter with { Under = child.Code }).Href : null,
        });
        var own = top is null ? [] : (IEnumerable<StatisticsRow>)
            [StatisticsRow.Of(texts["matters.exactly", texts.Show(top.Name)], filter.Records with { Unit = top.Code, IsExact = true }, byUnit[top.Id])];
        var none = filter.Under is null ? Unassigned(filter, byUnit[0]) : [];
        return [.. own.Concat(Largest(rows)).Concat(none).Where(r => r.Total > 0)];
    }

    private IEnumerable<StatisticsRow> Unassigned(StatisticsFilter filter, IEnumerable<Tally> tallies) =>
        [StatisticsRow.Of(texts["matters.no-unit"], filter.Records with { Unit = MatterFilter.None }, tallies)];

    private IReadOnlyList<StatisticsRow> Categories(StatisticsFilter filter, Catalogue catalogue, IReadOnlyList<Tally> tallies)
    {
        var byCode = tallies.ToLookup(t => t.Key, StringComparer.Ordinal);
        var rows = catalogue.Below(filter.Under).Select(child => StatisticsRow.Of(
            texts.Show(child.Name),
            filter.Records with { Category = child.Code },
            catalogue.Under(child.Code).SelectMany(code => byCode[code])) with
        {
            Deeper = catalogue.Below(child.Code).Any() ? (filter with { Under = child.Code }).Href : null,
        });
        var own = filter.Under is { } under
            ? (IEnumerable<StatisticsRow>)[StatisticsRow.Of(texts["matters.exactly", texts.Show(catalogue.CategoryName(under))], filter.Records with { Category = under, IsExact = true }, byCode[under])]
            : [StatisticsRow.Of(texts["matters.not-sorted"], filter.Records with { Category = MatterFilter.None }, byCode[""])];
        // A category's own stand first, what has none stands last.
        return [.. (filter.Under is null ? Largest(rows).Concat(own) : own.Concat(Largest(rows))).Where(r => r.Total > 0)];
    }

    private Task<List<Tally>> TalliesAsync(StatisticsFilter filter, Catalogue catalogue, CancellationToken cancel)
    {
        var by = filter.By switch
        {
            Breakdown.Unit => TallyBy.Unit,
            Breakdown.Town => TallyBy.Town,
            Breakdown.Category => TallyBy.Category,
            Breakdown.Channel => TallyBy.Channel,
            Breakdown.Kind => TallyBy.Kind,
            // Months and drives stand in every tally; any breakdown adds up to them.
            _ => TallyBy.Kind,
        };
        var tallies = db.Set<Tally>().Where(t => t.By == by && t.Count > 0);
        if (filter.From is { } from)
        {
            tallies = tallies.Where(t => t.Month >= from.Stored);
        }
        if (filter.To is { } to)
        {
            tallies = tallies.Where(t => t.Month <= to.Stored);
        }
        if (filter.Drive is { } code)
        {
            var drive = catalogue.Drive(code)?.Id ?? -1;
            tallies = tallies.Where(t => t.DriveId == drive);
        }
        return tallies.ToListAsync(cancel);
    }

    private static IEnumerable<(long Id, string Code)> Drives(Catalogue catalogue) =>
        catalogue.Drives.Select(d => (d.Id, d.Code)).Append((0, MatterFilter.None));

    private static IReadOnlyList<StatisticsRow> Largest(IEnumerable<StatisticsRow> rows) => [.. rows.OrderByDescending(r => r.Total).ThenBy(r => r.Name, StringComparer.Ordinal)];

    private static long Number(string key) => long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
