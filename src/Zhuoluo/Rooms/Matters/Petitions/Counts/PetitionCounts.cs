using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Matters.Petitions.ListPetitions;

namespace Zhuoluo.Rooms.Matters.Petitions.Counts;

/// <summary>One line of counts: how many, how many of them settled and checked, how many open; each opens its records.</summary>
/// <param name="Label">Already translated.</param>
/// <param name="Filter">Counted with this and nothing else.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Solved">How many of them are settled and checked.</param>
/// <param name="Open">How many of them are open.</param>
internal sealed record CountLine(string Label, PetitionFilter Filter, long Total, long Solved, long Open)
{
    public PetitionFilter SolvedFilter => Filter with { IsSolved = true };
    public PetitionFilter OpenFilter => Filter with { IsOpen = true };

    /// <summary>Settled and checked out of all, in hundredths of a percent, half up; null where there is none.</summary>
    public long? Rate => Total == 0 ? null : (Solved * 20_000 + Total) / (2 * Total);
}

/// <summary>All counts of petitions from one query over the records that the viewer may see (figures S2-022 to S2-025).</summary>
internal sealed class PetitionCounts(ZhuoluoContext db)
{
    public async Task<CountTable> ReadAsync(int? year, Viewer viewer, CancellationToken cancel)
    {
        var groups = await db.Petitions(new PetitionFilter { Year = year }, viewer)
            .GroupBy(c => new
            {
                c.Petition.Level,
                c.Petition.Sort,
                c.Petition.Route,
                c.Petition.Form,
                c.Petition.IsHard,
                c.Petition.IsRepeatListed,
                IsSolved = c.Petition.CheckedOn != null,
                c.Matter.IsOpen,
                c.Matter.LeadUnitId,
                c.Matter.CategoryCode,
            })
            .Select(g => new PetitionGroup(g.Key.Level, g.Key.Sort, g.Key.Route, g.Key.Form, g.Key.IsHard, g.Key.IsRepeatListed, g.Key.IsSolved, g.Key.IsOpen,
                g.Key.LeadUnitId, g.Key.CategoryCode, g.LongCount()))
            .ToListAsync(cancel);
        return new CountTable(groups, new PetitionFilter { Year = year });
    }
}

internal sealed record PetitionGroup(
    SourceLevel Level, PetitionSort? Sort, PetitionRoute? Route, PetitionForm Form, bool IsHard, bool IsRepeatListed, bool IsSolved, bool IsOpen,
    long? LeadUnitId, string? CategoryCode, long Count);

/// <summary>The groups, added up by whatever is asked for.</summary>
internal sealed class CountTable(IReadOnlyList<PetitionGroup> groups, PetitionFilter all)
{
    public CountLine All(string label) => Line(label, all, _ => true);

    public CountLine Hard(string label) => Line(label, all with { IsHard = true }, g => g.IsHard);

    public CountLine ListedFromAbove(string label) =>
        Line(label, all with { IsRepeatListed = true, IsFromAbove = true }, g => g.IsRepeatListed && g.Level <= SourceLevel.Province);

    public IReadOnlyList<CountLine> By<T>(Func<PetitionGroup, T> key, Func<T, string> label, Func<T, PetitionFilter> filter) =>
        [.. groups.GroupBy(key).OrderByDescending(g => g.Sum(x => x.Count)).Select(g => Line(label(g.Key), filter(g.Key), x => EqualityComparer<T>.Default.Equals(key(x), g.Key)))];

    public IReadOnlyList<CountLine> ByLevel(Func<SourceLevel, string> label) =>
        [.. By(g => g.Level, label, level => all with { Level = level }).OrderBy(l => l.Filter.Level)];

    public IReadOnlyList<CountLine> BySort(Func<PetitionSort?, string> label) =>
        By(g => g.Sort, label, sort => sort is { } set ? all with { Sort = set } : all with { IsUnsorted = true });

    public IReadOnlyList<CountLine> ByRoute(Func<PetitionRoute, string> label) =>
        [.. By(g => g.Route, r => r is { } set ? label(set) : "", r => all with { Route = r }).Where(l => l.Filter.Route is not null).OrderBy(l => l.Filter.Route)];

    public IReadOnlyList<CountLine> ByForm(Func<PetitionForm, string> label) => By(g => g.Form, label, form => all with { Form = form });

    public IReadOnlyList<CountLine> ByUnit(Func<long?, string> label, Func<long?, string> code) =>
        By(g => g.LeadUnitId, label, unit => all with { Unit = code(unit), IsExact = unit is not null });

    public IReadOnlyList<CountLine> ByCategory(Func<string?, string> label) =>
        By(g => g.CategoryCode, label, topic => all with { Category = topic ?? MatterFilter.None });

    private CountLine Line(string label, PetitionFilter filter, Func<PetitionGroup, bool> which)
    {
        var mine = groups.Where(which).ToList();
        return new CountLine(label, filter, mine.Sum(g => g.Count), mine.Where(g => g.IsSolved).Sum(g => g.Count), mine.Where(g => g.IsOpen).Sum(g => g.Count));
    }
}
