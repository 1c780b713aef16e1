using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Evaluation.Dissatisfied;

/// <summary>The list and its counts; only of matters that the reader sees.</summary>
internal sealed class DissatisfiedQuery(ZhuoluoContext db)
{
    public async Task<IReadOnlyDictionary<DissatisfactionState, int>> CountsAsync(IQueryable<Matter> seen, long? unit, CancellationToken cancel) =>
        await Of(seen, null, unit, null).GroupBy(d => d.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    public async Task<Paged<DissatisfiedRow>> PageAsync(IQueryable<Matter> seen, DissatisfactionState? state, long? unit, bool? isLate, DateTimeOffset now, int number, int size, CancellationToken cancel)
    {
        var rows = Of(seen, state, unit, isLate == true ? now : null);
        var total = await rows.CountAsync(cancel);
        var page = Math.Clamp(number, 1, Math.Max(1, (total + size - 1) / size));
        // What is on the list stands by its nearest limit, what has left it by when it left.
        var ordered = state is null ? rows.OrderBy(d => d.State >= DissatisfactionState.Settled).ThenBy(d => d.FixDueAt).ThenBy(d => d.Id) : rows.OrderBy(d => d.FixDueAt).ThenBy(d => d.Id);
        var items = await ordered.Skip((page - 1) * size).Take(size)
            .Join(seen, d => d.MatterId, m => m.Id, (d, m) => new DissatisfiedRow { Item = d, Number = m.Number, Title = m.Title }).ToListAsync(cancel);
        return new Paged<DissatisfiedRow>(items, total, page, size);
    }

    private IQueryable<Dissatisfaction> Of(IQueryable<Matter> seen, DissatisfactionState? state, long? unit, DateTimeOffset? lateAt) =>
        db.Set<Dissatisfaction>().Where(d => seen.Any(m => m.Id == d.MatterId)
            && (state == null || d.State == state) && (unit == null || d.UnitId == unit)
            && (lateAt == null || d.State < DissatisfactionState.Settled && (d.CalledAt == null && d.CallDueAt < lateAt || d.FixedAt == null && d.FixDueAt < lateAt)));
}

internal sealed class DissatisfiedRow
{
    public required Dissatisfaction Item { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }

    /// <summary>Until when the next thing must have happened; null when nothing is waited for by a limit.</summary>
    public DateTimeOffset? DueAt => Item.State switch
    {
        DissatisfactionState.AwaitingCall => Item.CallDueAt,
        DissatisfactionState.Verified or DissatisfactionState.Fixing => Item.FixDueAt,
        _ => null,
    };
}
