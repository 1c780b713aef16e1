using System.Text.Json;

namespace Zhuoluo.Rooms.Matters.Privacy.Retention;

/// <summary>How long the personal data of a matter stay after it ended (article 19).</summary>
/// <param name="Code">Of the rule.</param>
/// <param name="Kinds">The kinds of matters it is for.</param>
/// <param name="Months">Counted from the day on which the matter ended.</param>
internal sealed record RetentionRule(string Code, IReadOnlyList<MatterKind> Kinds, int Months)
{
    /// <summary>What ended on this day or before is over on <paramref name="day"/>.</summary>
    public DateOnly LastKept(DateOnly day) => day.AddMonths(-Months).AddDays(-1);
}

/// <summary>The rules of catalog/retention/retention.json. Every kind has one; a test looks.</summary>
internal static class RetentionRules
{
    private static readonly Lazy<IReadOnlyList<RetentionRule>> _all = new(Read);

    public static IReadOnlyList<RetentionRule> All => _all.Value;

    public static RetentionRule For(MatterKind kind) => All.First(r => r.Kinds.Contains(kind));

    /// <summary>The last day of keeping; null while the matter is open.</summary>
    public static DateOnly? KeptUntil(Matter matter) => matter.ClosedOn is { } closed ? closed.AddMonths(For(matter.Kind).Months) : null;

    private static RetentionRule[] Read()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "catalog", "retention", "retention.json");
        var rules = JsonSerializer.Deserialize<RuleFile[]>(File.ReadAllBytes(file), JsonSerializerOptions.Web) ?? [];
        return [.. rules.Select(r => new RetentionRule(r.Code, [.. r.Kinds.Select(k => Enum.Parse<MatterKind>(k, ignoreCase: true))], r.Months))];
    }

    private sealed record RuleFile(string Code, string[] Kinds, int Months);
}
