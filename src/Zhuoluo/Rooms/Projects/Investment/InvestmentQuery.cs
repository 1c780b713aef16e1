using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Investment;

/// <summary>Agreements with their sums, and the events and rounds. Kept until something is committed.</summary>
internal sealed class InvestmentQuery(ZhuoluoContext db, Offices offices, Kept kept)
{
    public const int PageSize = 25;

    public async Task<Paged<AgreementLine>> PageAsync(InvestmentFilter filter, CancellationToken cancel) =>
        await kept.GetAsync((filter, offices.Current.Version), () => ReadAsync(filter, cancel), cancel);

    /// <summary>All that match, without pages: a table to take along.</summary>
    public Task<List<AgreementLine>> AllAsync(InvestmentFilter filter, CancellationToken cancel) => Matching(filter).OrderBy(a => a.Number).ToListAsync(cancel);

    public async Task<InvestmentSums> SumsAsync(InvestmentFilter filter, CancellationToken cancel) =>
        await kept.GetAsync((filter.Narrowing, offices.Current.Version, "sums"), async () =>
        {
            var parts = await Matching(filter).GroupBy(a => new { a.Type, a.Stage }).Select(g => new { g.Key.Type, g.Key.Stage, Count = g.LongCount(), Fen = g.Sum(a => a.AmountFen) }).ToListAsync(cancel);
            return new InvestmentSums(
                parts.GroupBy(p => p.Type).ToDictionary(g => g.Key, g => new AgreementSum(g.Sum(p => p.Count), g.Sum(p => p.Fen))),
                parts.GroupBy(p => p.Stage).ToDictionary(g => g.Key, g => new AgreementSum(g.Sum(p => p.Count), g.Sum(p => p.Fen))));
        }, cancel);

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<SigningEvent>> EventsAsync(CancellationToken cancel) => await kept.GetAsync<IReadOnlyList<SigningEvent>>("signing-events",
        async () => await db.Set<SigningEvent>().AsNoTracking().OrderByDescending(e => e.HeldOn).ThenByDescending(e => e.Id).ToListAsync(cancel), cancel);

    public async Task<IReadOnlyList<BatchStart>> BatchesAsync(CancellationToken cancel) => await kept.GetAsync<IReadOnlyList<BatchStart>>("batch-starts",
        async () => await db.Set<BatchStart>().AsNoTracking().OrderByDescending(e => e.HeldOn).ThenByDescending(e => e.Id).ToListAsync(cancel), cancel);

    /// <summary>Of all events, in one query.</summary>
    public async Task<IReadOnlyDictionary<long, AgreementSum>> ByEventAsync(CancellationToken cancel) =>
        await db.Set<Agreement>().Where(a => a.EventId != null).GroupBy(a => a.EventId!.Value).Select(g => new { g.Key, Count = g.LongCount(), Fen = g.Sum(a => a.AmountFen) })
            .ToDictionaryAsync(g => g.Key, g => new AgreementSum(g.Count, g.Fen), cancel);

    public async Task<IReadOnlyDictionary<AgreementType, int>> SaidTypesAsync(long eventId, CancellationToken cancel) =>
        await db.Set<StatedType>().Where(t => t.EventId == eventId).ToDictionaryAsync(t => t.Type, t => t.Count, cancel);

    private async Task<Paged<AgreementLine>> ReadAsync(InvestmentFilter filter, CancellationToken cancel)
    {
        var lines = Matching(filter);
        var total = await lines.LongCountAsync(cancel);
        var number = (int)Math.Min(filter.Page, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await lines.OrderByDescending(a => a.SignedOn).ThenBy(a => a.Id).Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new Paged<AgreementLine>(rows, total, number, PageSize);
    }

    private IQueryable<AgreementLine> Matching(InvestmentFilter filter)
    {
        var lines = AgreementLine.From(db);
        if (filter.Type is { } type)
        {
            lines = lines.Where(a => a.Type == type);
        }
        if (filter.State is { } state)
        {
            lines = lines.Where(a => a.Stage == state);
        }
        if (filter.Event is { } signing)
        {
            lines = lines.Where(a => a.EventId == signing);
        }
        if (filter.Batch is { } batch)
        {
            lines = lines.Where(a => db.Set<BatchProject>().Any(b => b.BatchId == batch && b.ProjectId == a.ProjectId));
        }
        if (filter.Unit is { } unit)
        {
            List<long> units = offices.Current.UnitByCode(unit) is { } top ? [.. offices.Current.Subtree(top).Select(u => u.Id)] : [];
            lines = lines.Where(a => units.Contains(a.UnitId));
        }
        if (filter.Field is { } field)
        {
            lines = lines.Where(a => a.Field == field);
        }
        if (filter.Year is { } year)
        {
            lines = lines.Where(a => a.Year == year);
        }
        return filter.Words is { } words ? lines.Where(a => a.Name.Contains(words) || a.Investor.Contains(words) || a.Number.StartsWith(words)) : lines;
    }
}

/// <summary>The same agreements by type and by stage. Whatever was signed counts under its type, also what was cancelled since.</summary>
internal sealed record InvestmentSums(IReadOnlyDictionary<AgreementType, AgreementSum> ByType, IReadOnlyDictionary<AgreementState, AgreementSum> ByStage)
{
    public AgreementSum All => AgreementSum.Of(ByType.Values);

    public AgreementSum Of(AgreementType type) => ByType.GetValueOrDefault(type) ?? AgreementSum.None;

    public AgreementSum Of(AgreementState stage) => ByStage.GetValueOrDefault(stage) ?? AgreementSum.None;
}
