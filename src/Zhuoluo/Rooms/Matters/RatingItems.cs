using System.Text.Json;

namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// The items that are judged besides the whole. Versioned nationally: they ship in catalog/evaluation/items.json and nothing in the
/// application adds or drops one (rules A7.2).
/// </summary>
/// <param name="Version">Kept with each rating.</param>
/// <param name="Standard">Where the list comes from.</param>
/// <param name="From">The first day on which it holds.</param>
/// <param name="Items">In their order; the words people read are the texts <c>res.rate.item.{code}</c>.</param>
internal sealed record RatingItems(string Version, string Standard, DateOnly From, IReadOnlyList<ItemJudged> Items)
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);

    private static readonly List<RatingItems> _all = JsonSerializer.Deserialize<List<RatingItems>>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "catalog", "evaluation", "items.json")), _options)!;

    public static RatingItems On(DateOnly day) => _all.Last(v => v.From <= day || v == _all[0]);

    public bool Has(string code) => Items.Any(i => i.Code == code);
}

internal sealed record ItemJudged(string Code, string Name);
