using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Wishes;

/// <summary>How many wishes have come how far. Each number is that of the list with the same filter.</summary>
/// <param name="Shown">On the wall, whatever has become of them.</param>
/// <param name="Claimed">Of these, claimed or further.</param>
/// <param name="Fulfilled">Of these, fulfilled or confirmed.</param>
/// <param name="Confirmed">Of these, confirmed.</param>
internal sealed record WishFigures(long Shown, long Claimed, long Fulfilled, long Confirmed)
{
    /// <summary>Waits for an editor; for staff.</summary>
    public long Raised { get; init; }

    /// <summary>Claimed and not kept in time; for staff.</summary>
    public long Late { get; init; }
}

/// <summary>A wish as anybody may read it: there is no field for who wishes.</summary>
internal sealed record WallWish(string Number, WishKind Kind, WishState State, string TownCode, string Text, DateTimeOffset ShownAt, ClaimantKind Claimant, long? UnitId, string? Branch);

/// <summary>The wishes on the wall and on the desk.</summary>
internal sealed class WishQuery(ZhuoluoContext db)
{
    /// <summary>Those on the wall that have come at least this far.</summary>
    public IQueryable<Wish> Reached(WishState state) => db.Set<Wish>().Where(w => w.State >= state && w.State <= WishState.Confirmed);

    public async Task<WishFigures> CountAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var counts = await db.Set<Wish>().GroupBy(w => w.State).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        long From(WishState state) => counts.Where(c => c.Key >= state && c.Key <= WishState.Confirmed).Sum(c => c.Value);
        return new WishFigures(From(WishState.Open), From(WishState.Claimed), From(WishState.Fulfilled), From(WishState.Confirmed))
        {
            Raised = counts.GetValueOrDefault(WishState.Raised),
            Late = await Late(now).LongCountAsync(cancel),
        };
    }

    public IQueryable<Wish> Late(DateTimeOffset now) => db.Set<Wish>().Where(w => w.State == WishState.Claimed && w.DueAt < now);

    public async Task<Paged<WallWish>> WallAsync(WishState reached, WishState? exactly, WishKind? kind, string? town, int page, int size, CancellationToken cancel)
    {
        var found = Reached(reached).Where(w => (exactly == null || w.State == exactly) && (kind == null || w.Kind == kind) && (town == null || w.TownCode == town));
        var total = await found.LongCountAsync(cancel);
        var number = (int)Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        var rows = await found.OrderBy(w => w.State).ThenByDescending(w => w.Id).Skip((number - 1) * size).Take(size)
            .Select(w => new WallWish(w.Number, w.Kind, w.State, w.TownCode, w.ShownText ?? "", w.ShownAt ?? w.RaisedAt, w.Claimant, w.ClaimUnitId, w.ClaimBranch)).ToListAsync(cancel);
        return new Paged<WallWish>(rows, total, number, size);
    }

    public async Task<Paged<Wish>> DeskAsync(WishState? state, bool isLate, DateTimeOffset now, int page, int size, CancellationToken cancel)
    {
        var found = isLate ? Late(now) : db.Set<Wish>().Where(w => state == null || w.State == state);
        var total = await found.LongCountAsync(cancel);
        var number = (int)Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        return new Paged<Wish>(await found.OrderByDescending(w => w.Id).Skip((number - 1) * size).Take(size).ToListAsync(cancel), total, number, size);
    }

    public Task<Wish?> FindAsync(string number, CancellationToken cancel) => db.Set<Wish>().SingleOrDefaultAsync(w => w.Number == number, cancel);

    public async Task<IReadOnlyList<WishStep>> StepsAsync(long wishId, CancellationToken cancel) =>
        await db.Set<WishStep>().Where(s => s.WishId == wishId).OrderByDescending(s => s.Id).ToListAsync(cancel);

    public async Task<IReadOnlyList<Attachment>> FilesAsync(long wishId, CancellationToken cancel) =>
        await db.Set<Attachment>().Where(a => a.Owner == AttachedTo.Wish && a.OwnerId == wishId).OrderBy(a => a.Id).ToListAsync(cancel);
}
