using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.Do;
using Zhuoluo.Rooms.Matters.List;

namespace Zhuoluo.Rooms.Matters.Triage;

/// <summary>The queue of what is to be sorted and assigned: five queries, however many wait.</summary>
internal sealed class TriageQuery(MatterListQuery list, ZhuoluoContext db)
{
    public const int PageSize = 12;
    private const int SimilarMost = 4;
    private const int CandidatesMost = 300;

    // Similar means: within 90 days (rules G2.1).
    private const int SimilarDays = 90;

    public static MatterFilter Queue { get; } = MatterFilter.All with
    {
        States = StateSet.Of(MatterState.Registered, MatterState.AwaitingAssignment),
        Sort = MatterSort.Due,
    };

    public async Task<(long Total, IReadOnlyList<TriageItem> Items)> ReadAsync(Viewer viewer, Catalogue catalogue, CancellationToken cancel)
    {
        var total = await list.CountAsync(Queue, viewer, catalogue, cancel);
        var rows = await list.FirstAsync(Queue, PageSize, viewer, catalogue, cancel);
        var ids = rows.Select(r => r.Id).ToList();
        var texts = await db.Set<MatterText>().Where(t => ids.Contains(t.MatterId)).ToDictionaryAsync(t => t.MatterId, cancel);
        var prints = await db.Set<Matter>().Where(m => ids.Contains(m.Id) && m.RequesterPrint != null).Select(m => new { m.Id, m.RequesterPrint }).ToListAsync(cancel);
        var near = await NearAsync(rows, [.. prints.Select(p => p.RequesterPrint!)], viewer, cancel);
        return (total, [.. rows.Select(row => Item(row, texts.GetValueOrDefault(row.Id), prints.FirstOrDefault(p => p.Id == row.Id)?.RequesterPrint, near, viewer, catalogue))]);
    }

    private async Task<List<Candidate>> NearAsync(IReadOnlyList<MatterRow> rows, List<byte[]> prints, Viewer viewer, CancellationToken cancel)
    {
        var places = rows.Select(r => r.PlaceCode).Distinct().ToList();
        var since = viewer.Today.AddDays(-SimilarDays);
        // Confidential ones are no hint for anybody (rules F5.2).
        return await viewer.Sight.Seen(db).Where(m => !m.IsConfidential && m.OpenedOn >= since
                && (places.Contains(m.PlaceCode) || (m.RequesterPrint != null && prints.Contains(m.RequesterPrint))))
            .OrderByDescending(m => m.Id).Take(CandidatesMost)
            .Select(m => new Candidate(m.Id, m.Number, m.Title, m.State, m.OpenedOn, m.PlaceCode, m.CategoryCode, m.RequesterPrint))
            .ToListAsync(cancel);
    }

    private static TriageItem Item(MatterRow row, MatterText? text, byte[]? print, IReadOnlyList<Candidate> near, Viewer viewer, Catalogue catalogue)
    {
        var said = row.Title + " " + text?.Text;
        var known = catalogue.Categories.Where(c => c.ValidTo is not { } last || viewer.Today <= last);
        var category = row.CategoryCode ?? CategoryWords.Shipped.Guess(said, known);
        var units = UnitFinder.Usual(viewer.Offices, catalogue.Category(category), catalogue.Category, row.PlaceCode, viewer.Today);
        var similar = near.Where(c => c.Id != row.Id && !row.IsConfidential && (IsSame(c.Print, print) || (c.PlaceCode == row.PlaceCode && IsSameTopic(c, category, known))))
            .OrderByDescending(c => IsSame(c.Print, print)).ThenByDescending(c => c.Id).Take(SimilarMost)
            .Select(c => new SimilarMatter(c.Number, c.Title, c.State, c.OpenedOn, IsSame(c.Print, print)));
        return new TriageItem(row, text?.Text ?? "", text?.PlaceText, category, row.CategoryCode is null && category is not null, units, [.. similar]);
    }

    private static bool IsSame(byte[]? one, byte[]? other) => one is not null && other is not null && one.AsSpan().SequenceEqual(other);

    private static bool IsSameTopic(Candidate candidate, string? category, IEnumerable<Category> known) =>
        category is not null && (candidate.CategoryCode ?? CategoryWords.Shipped.Guess(candidate.Title, known)) == category;

    private sealed record Candidate(long Id, string Number, string Title, MatterState State, DateOnly OpenedOn, string PlaceCode, string? CategoryCode, byte[]? Print);
}
