using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>Where a rating comes from, as sent. Whoever keeps something of it keeps fingerprints.</summary>
internal sealed record RatingOrigin(string Address, string? Device);

/// <summary>A port for rooms below: asked before a rating is taken, told of it in the same transaction.</summary>
internal interface IRatingWatch
{
    Task<Refusal?> RefuseAsync(Work work, RatingOrigin origin, CancellationToken cancel);

    Task GivenAsync(Work work, Matter matter, Rating rating, RatingOrigin origin, CancellationToken cancel);
}
