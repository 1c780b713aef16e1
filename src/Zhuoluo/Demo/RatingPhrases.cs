using System.Text.Json;

namespace Zhuoluo.Demo;

/// <summary>What people say who are not satisfied and what is answered, from catalog/demo/ratings.json.</summary>
internal sealed record RatingPhrases(
    IReadOnlyList<string> Words, IReadOnlyList<string> Left, string Called, string Fix, string Explained, string AskJudged, string Judged,
    string AskDeferred, string Deferred, string AskHandedOver, string HandedOver, string AskStruck, string Struck,
    string ExclusionDetail, string ExclusionEvidence, string Definition, IReadOnlyList<string> DrawNotes, string DrawBad, IReadOnlyList<TemplatePhrases> Templates)
{
    public static RatingPhrases Read() => JsonSerializer.Deserialize<RatingPhrases>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalog", "demo", "ratings.json")), JsonSerializerOptions.Web)!;
}

internal sealed record TemplatePhrases(string Name, string Text);
