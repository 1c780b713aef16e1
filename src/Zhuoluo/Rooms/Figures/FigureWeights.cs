using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Figures;

/// <summary>What grades weigh from a day on (rules A4.2). A period is counted by the version that holds on its last day.</summary>
/// <param name="From">First day; the first version holds before it too.</param>
/// <param name="Version">As its room numbers it.</param>
/// <param name="Hundredths">From the worst grade up.</param>
internal sealed record FigureWeights(DateOnly From, int Version, IReadOnlyList<int> Hundredths);

/// <summary>All versions of weights that a room keeps, oldest first, in one query.</summary>
internal delegate Task<IReadOnlyList<FigureWeights>> VersionsOfWeights(ZhuoluoContext db, CancellationToken cancel);
