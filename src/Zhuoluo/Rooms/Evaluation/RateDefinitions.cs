using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Figures;

namespace Zhuoluo.Rooms.Evaluation;

/// <summary>Which definition holds on a day: the county's latest that began by then, else the one that ships.</summary>
internal static class RateDefinitions
{
    /// <summary>Under so many valid judgements there is no rank, only the interval (rules A4.5).</summary>
    public const int EnoughToRank = 30;

    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);

    public static RateDefinition Shipped { get; } = JsonSerializer.Deserialize<RateDefinition>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "catalog", "evaluation", "definition.json")), _options)!;

    public static async Task<IReadOnlyList<RateDefinition>> AllAsync(ZhuoluoContext db, CancellationToken cancel) =>
        [Shipped, .. await db.Set<RateDefinition>().OrderBy(d => d.Version).ToListAsync(cancel)];

    /// <summary>For figures that add up grades by weight.</summary>
    public static async Task<IReadOnlyList<FigureWeights>> WeightsAsync(ZhuoluoContext db, CancellationToken cancel) =>
        [.. (await AllAsync(db, cancel)).Select(d => new FigureWeights(d.From, d.Version, [.. d.Vector.Select(w => (int)(w * 100))]))];

    public static RateDefinition On(this IReadOnlyList<RateDefinition> all, DateOnly day) => all.Last(d => d.From <= day || d == all[0]);
}
