using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.Alike;
using Zhuoluo.Rooms.Matters.Do;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Matters.Terms;

namespace Zhuoluo.Rooms.Matters.Triage;

/// <summary>The queue of what is to be sorted and assigned: some ten queries, however many wait.</summary>
internal sealed class TriageQuery(MatterListQuery list, AlikeQuery alike, WordBook words, ZhuoluoContext db)
{
    public const int PageSize = 12;

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
        var known = catalogue.Categories.Where(c => c.ValidTo is not { } last || viewer.Today <= last).ToList();
        var guesses = rows.ToDictionary(r => r.Id, r => r.CategoryCode ?? CategoryWords.Shipped.Guess(r.Title + " " + texts.GetValueOrDefault(r.Id)?.Text, known, words.Terms));
        // Confidential ones get no hint and are none for anybody (rules F5.2).
        var asked = rows.Where(r => !r.IsConfidential).Select(r => new AlikeAsked(
            r.Id,
            AlikeSide.Of(r.Title, texts.GetValueOrDefault(r.Id)?.Text ?? "", texts.GetValueOrDefault(r.Id)?.PlaceText, r.PlaceCode, guesses[r.Id], r.OpenedOn),
            prints.FirstOrDefault(p => p.Id == r.Id)?.RequesterPrint)).ToList();
        var found = (await alike.FindAsync(asked, viewer, catalogue, cancel)).Select((f, i) => (asked[i].Id, Found: f)).ToDictionary(f => f.Id, f => f.Found);
        return (total, [.. rows.Select(row => Item(row, texts.GetValueOrDefault(row.Id), guesses[row.Id], found.GetValueOrDefault(row.Id, []), viewer, catalogue))]);
    }

    private static TriageItem Item(MatterRow row, MatterText? text, string? category, IReadOnlyList<AlikeMatter> alike, Viewer viewer, Catalogue catalogue)
    {
        var units = UnitFinder.Usual(viewer.Offices, catalogue.Category(category), catalogue.Category, row.PlaceCode, viewer.Today);
        return new TriageItem(row, text?.Text ?? "", text?.PlaceText, category, row.CategoryCode is null && category is not null, units, alike);
    }
}
