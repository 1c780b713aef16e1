using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;

namespace Zhuoluo.Rooms.Matters.Alike;

/// <summary>
/// Looks for matters that may be about the same (rules A5.1, G2): five queries, however many are asked for and however many there are.
/// A confidential matter is never a hint and gets none (rules F5.2); what the viewer may not see is none either.
/// </summary>
internal sealed class AlikeQuery(ZhuoluoContext db)
{
    private const int MostShown = 4;

    /// <summary>For each asked one, by its place in the list, what may be the same; the likeliest first.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<AlikeMatter>>> FindAsync(
        IReadOnlyList<AlikeAsked> asked, Viewer viewer, Catalogue catalogue, CancellationToken cancel)
    {
        if (asked.Count == 0)
        {
            return [];
        }
        var since = asked.Min(a => a.Side.OpenedOn).AddDays(-Likeness.MostDays);
        var ids = await Candidates.FindAsync(db, asked, Start(since), ofPublic: false, cancel);
        var own = asked.Where(a => a.Id != 0).Select(a => a.Id).ToList();
        var links = await db.Set<Link>().Where(l => own.Contains(l.MatterId)).Select(l => new { l.MatterId, l.OtherId }).ToListAsync(cancel);
        var apart = await db.Set<Suggestion>().Where(s => own.Contains(s.MatterId) && s.Kind == SuggestionKind.Duplicate && s.Verdict == Verdict.Rejected)
            .Select(s => new { s.MatterId, s.OtherId }).ToListAsync(cancel);
        var prints = asked.Where(a => a.Print is not null).Select(a => a.Print!).ToList();
        ids.AddRange(links.Select(l => l.OtherId));
        if (prints.Count > 0)
        {
            ids.AddRange(await db.Set<Matter>().Where(m => m.RequesterPrint != null && prints.Contains(m.RequesterPrint) && m.OpenedOn >= since).Select(m => m.Id).ToListAsync(cancel));
        }
        var others = await LoadAsync([.. ids.Distinct()], since, viewer, cancel);
        return
        [
            .. asked.Select(a => others
                .Where(o => o.Id != a.Id && (AreNear(o.PlaceCode, a.Side.PlaceCode) || o.IsBy(a.Print)) && !apart.Exists(x => x.MatterId == a.Id && x.OtherId == o.Id))
                .Select(o => o.Against(a) with { IsSaid = links.Exists(l => l.MatterId == a.Id && l.OtherId == o.Id) })
                .Where(o => o.IsSaid || (o.Likeness.IsHint && MayBeOneTopic(a, others, o, catalogue)) || (o.IsSamePerson && o.Likeness.Words >= Likeness.FewestWords))
                .OrderByDescending(o => o.IsSaid).ThenByDescending(o => o.IsSamePerson).ThenByDescending(o => o.Likeness.Score).ThenByDescending(o => o.Id)
                .Take(MostShown).ToList()),
        ];
    }

    /// <summary>The same for one registered matter; nothing for a confidential one.</summary>
    public async Task<IReadOnlyList<AlikeMatter>> OfAsync(Matter matter, Viewer viewer, Catalogue catalogue, CancellationToken cancel)
    {
        if (matter.IsConfidential)
        {
            return [];
        }
        var text = await db.Set<MatterText>().SingleOrDefaultAsync(t => t.MatterId == matter.Id, cancel);
        var side = AlikeSide.Of(matter.Title, text?.Text ?? "", text?.PlaceText, matter.PlaceCode, matter.CategoryCode, matter.OpenedOn);
        return (await FindAsync([new AlikeAsked(matter.Id, side, matter.RequesterPrint)], viewer, catalogue, cancel))[0];
    }

    private async Task<List<Other>> LoadAsync(List<long> ids, DateOnly since, Viewer viewer, CancellationToken cancel) => await viewer.Sight.Seen(db)
        .Where(m => ids.Contains(m.Id) && !m.IsConfidential && m.OpenedOn >= since)
        .Join(db.Set<MatterText>(), m => m.Id, t => t.MatterId, (m, t) => new Other(
            m.Id, m.Number, m.Title, t.Text, t.PlaceText, m.State, m.OpenedOn, m.PlaceCode, m.CategoryCode, m.RequesterPrint))
        .ToListAsync(cancel);

    // The same branch of the list of topics, or one of them not sorted yet.
    private static bool MayBeOneTopic(AlikeAsked asked, List<Other> others, AlikeMatter other, Catalogue catalogue)
    {
        var topic = others.Find(o => o.Id == other.Id)?.CategoryCode;
        return asked.Side.CategoryCode is not { } own || topic is null || TopOf(own, catalogue) == TopOf(topic, catalogue);
    }

    private static string TopOf(string code, Catalogue catalogue)
    {
        // A chain longer than this is a circle.
        for (var step = 0; step < 8 && catalogue.Category(code)?.ParentCode is { } parent; step++)
        {
            code = parent;
        }
        return code;
    }

    // The same town, or one of them says no more than the county.
    private static bool AreNear(string one, string other)
    {
        var length = Math.Min(9, Math.Min(one.Length, other.Length));
        return one.AsSpan(0, length).SequenceEqual(other.AsSpan(0, length));
    }

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), LocalDay.Offset);

    private sealed record Other(
        long Id, string Number, string Title, string Text, string? Where, MatterState State, DateOnly OpenedOn, string PlaceCode, string? CategoryCode, byte[]? Print)
    {
        private AlikeSide? _side;

        public bool IsBy(byte[]? print) => print is not null && Print is { } own && own.AsSpan().SequenceEqual(print);

        public AlikeMatter Against(AlikeAsked asked) => new(
            Id, Number, Title, State, OpenedOn, Likeness.Of(asked.Side, _side ??= AlikeSide.Of(Title, Text, Where, PlaceCode, CategoryCode, OpenedOn)), IsBy(asked.Print));
    }
}
